package io.cybervpn.infrastructure.identity.crypto;

import java.util.List;
import java.util.Optional;

/** Settings of keys. */
record TestKeys(
        Optional<String> secret, Optional<List<String>> secrets, Optional<List<String>> keyFiles)
        implements JwtKeys.Config {
    static TestKeys secrets(String... entries) {
        return new TestKeys(Optional.empty(), Optional.of(List.of(entries)), Optional.empty());
    }

    static TestKeys single(String secret) {
        return new TestKeys(Optional.of(secret), Optional.empty(), Optional.empty());
    }

    static TestKeys files(String... entries) {
        return new TestKeys(Optional.empty(), Optional.empty(), Optional.of(List.of(entries)));
    }
}
