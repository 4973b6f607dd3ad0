package io.cybervpn.presentation.identity.rest;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.cybervpn.application.identity.port.PasskeyChecks.Assertion;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A signature as {@code toJSON()} of the browser writes it; what is not named here is not read.
 *
 * @param id of the credential, in base64url
 */
@Schema(name = "PasskeyAssertion")
@JsonIgnoreProperties(ignoreUnknown = true)
public record PasskeyAssertionJson(
        @NotBlank @Size(max = 1400) String id, @NotNull @Valid Response response) {
    /** All in base64url. */
    @Schema(name = "PasskeyAssertionResponse")
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Response(
            @NotBlank @Size(max = 16384) String clientDataJSON,
            @NotBlank @Size(max = 16384) String authenticatorData,
            @NotBlank @Size(max = 2048) String signature,
            @Schema(nullable = true) @Size(max = 100) @Nullable String userHandle) {}

    Assertion toAssertion() {
        return new Assertion(
                id,
                response.clientDataJSON(),
                response.authenticatorData(),
                response.signature(),
                response.userHandle() == null ? "" : response.userHandle());
    }

    @Override
    public String toString() {
        return "PasskeyAssertionJson[hidden]";
    }
}
