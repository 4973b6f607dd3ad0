package io.cybervpn.infrastructure.identity.crypto;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import java.security.Key;
import java.util.Optional;

/**
 * A key under the name that tokens call it by, good for one algorithm and no other.
 *
 * @param signing empty for a key that only verifies
 */
record JwtKey(String id, SignatureAlgorithm algorithm, Optional<Key> signing, Key verifying) {
    @Override
    public String toString() {
        return "JwtKey[" + id + ", " + algorithm + "]";
    }
}
