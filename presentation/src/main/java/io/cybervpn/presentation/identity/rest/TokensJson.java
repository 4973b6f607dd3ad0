package io.cybervpn.presentation.identity.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.cybervpn.application.identity.TokenPair;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a client holds after a login.
 *
 * @param accessToken a JSON Web Token for the header {@code Authorization}
 * @param expiresInSeconds life of the access token from now
 * @param refreshToken opaque; good for one renewal within seven days. Only for {@code X-Client:
 *     mobile}; browsers have it as a cookie
 */
@Schema(name = "Tokens")
public record TokensJson(
        String accessToken,
        String tokenType,
        long expiresInSeconds,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> refreshToken) {
    static TokensJson of(TokenPair tokens, boolean withRefreshToken) {
        return new TokensJson(
                tokens.access(),
                "Bearer",
                tokens.accessLife().toSeconds(),
                Optional.of(tokens.refresh()).filter(_ -> withRefreshToken));
    }

    @Override
    public String toString() {
        return "TokensJson[hidden]";
    }
}
