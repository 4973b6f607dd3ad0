package io.cybervpn.application.identity;

import io.cybervpn.domain.identity.model.TokenHash;

/** What is kept of secrets, for tests elsewhere. */
public final class TokenHashes {
    private TokenHashes() {}

    public static TokenHash of(String secret) {
        return TokenDesk.hash(secret);
    }
}
