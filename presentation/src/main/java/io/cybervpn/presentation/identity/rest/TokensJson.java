package io.cybervpn.presentation.identity.rest;

import io.cybervpn.application.identity.TokenPair;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a client holds after a login.
 *
 * @param accessToken a JSON Web Token for the header {@code Authorization}
 * @param expiresInSeconds life of the access token from now
 * @param refreshToken opaque; good for one renewal within seven days
 */
@Schema(name = "Tokens")
public record TokensJson(
        String accessToken, String tokenType, long expiresInSeconds, String refreshToken) {
    static TokensJson of(TokenPair tokens) {
        return new TokensJson(
                tokens.access(), "Bearer", tokens.accessLife().toSeconds(), tokens.refresh());
    }

    @Override
    public String toString() {
        return "TokensJson[hidden]";
    }
}
