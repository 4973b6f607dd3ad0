package io.cybervpn.application.identity;

import java.util.Optional;

/**
 * What a browser brings back from an identity provider.
 *
 * @param provider where it says that it was
 * @param secret what it was given before it went
 * @param issuer who the provider said it is, if it did
 */
public record OAuthReturn(
        String provider, String code, String state, String secret, Optional<String> issuer) {
    @Override
    public String toString() {
        return "OAuthReturn[" + provider + "]";
    }
}
