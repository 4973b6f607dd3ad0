package io.cybervpn.presentation.identity.rest;

import io.cybervpn.application.identity.OAuthReturn;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What came back from an identity provider.
 *
 * @param code of the query
 * @param state of the query
 * @param secret as the beginning gave it
 * @param iss of the query, if it is there
 */
@Schema(name = "OAuthReturn")
public record OAuthReturnJson(
        @NotBlank @Size(max = 4096) String code,
        @NotBlank @Size(max = 200) String state,
        @NotBlank @Size(max = 200) String secret,
        @Schema(nullable = true) @Size(max = 500) @Nullable String iss) {
    OAuthReturn from(String provider) {
        return new OAuthReturn(provider, code, state, secret, Optional.ofNullable(iss));
    }

    @Override
    public String toString() {
        return "OAuthReturnJson[hidden]";
    }
}
