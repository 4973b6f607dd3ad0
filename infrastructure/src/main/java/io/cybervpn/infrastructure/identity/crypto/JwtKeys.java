package io.cybervpn.infrastructure.identity.crypto;

import io.smallrye.config.ConfigMapping;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The keys of access tokens (R229). Those of key files come before those of secrets, and the first
 * that can sign does; all of them verify. So a key is changed by putting the new one in front, and
 * taken away when the last token of it has died, a quarter of an hour later.
 */
@Singleton
final class JwtKeys {
    /** What a shop may set under {@code cybervpn.jwt}; one of the three is required. */
    @ConfigMapping(prefix = "cybervpn.jwt")
    interface Config {
        /** One secret for HS256, at least 32 characters: the same as {@code main:…} below. */
        Optional<String> secret();

        /** Secrets for HS256 as {@code id:secret}, the newest first. */
        Optional<List<String>> secrets();

        /** PEM files for ES256 as {@code id:path}, the newest first; see {@link PemKeys}. */
        Optional<List<String>> keyFiles();
    }

    private final Map<String, JwtKey> byId = new LinkedHashMap<>();

    @Inject
    JwtKeys(Config config) {
        Stream<JwtKey> files = config.keyFiles().stream().flatMap(List::stream).map(PemKeys::read);
        Stream<JwtKey> secrets =
                config.secrets().stream().flatMap(List::stream).map(SecretKeys::read);
        Stream<JwtKey> single = config.secret().stream().map(SecretKeys::single);
        Stream.of(files, secrets, single).flatMap(keys -> keys).forEach(this::add);
    }

    private void add(JwtKey key) {
        if (byId.putIfAbsent(key.id(), key) != null) {
            throw new IllegalStateException("cybervpn.jwt has two keys of the id " + key.id());
        }
    }

    /** The key that signs. */
    JwtKey signer() {
        return byId.values().stream()
                .filter(key -> key.signing().isPresent())
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "nothing to sign access tokens with: set"
                                                + " cybervpn.jwt.secrets"));
    }

    /** The key of a token; empty for one that is not ours or was taken away. */
    Optional<JwtKey> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }
}
