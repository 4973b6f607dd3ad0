package io.cybervpn.infrastructure.identity.crypto;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.util.KeyUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.interfaces.ECPublicKey;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keys for ES256 from PEM files: a private key of the curve P-256 (PKCS #8) and its public key
 * ({@code openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256}, then {@code openssl pkey
 * -pubout}, one after the other), or the public key alone to verify what was signed before.
 */
final class PemKeys {
    private static final String SETTING = "cybervpn.jwt.key-files";
    private static final int CURVE_BITS = 256;
    private static final Pattern PRIVATE = block("PRIVATE KEY");
    private static final Pattern PUBLIC = block("PUBLIC KEY");

    private PemKeys() {}

    static JwtKey read(String setting) {
        KeyEntry entry = KeyEntry.parse(SETTING, setting);
        try {
            return parse(entry.id(), Files.readString(Path.of(entry.value())));
        } catch (IOException | GeneralSecurityException failure) {
            throw new IllegalStateException(
                    SETTING + ": cannot read the key " + entry.id(), failure);
        }
    }

    static JwtKey parse(String id, String pem) throws GeneralSecurityException {
        Key verifying = publicKey(id, pem);
        Optional<String> block = find(PRIVATE, pem);
        Optional<Key> signing =
                block.isPresent()
                        ? Optional.of(
                                KeyUtils.decodePrivateKey(block.get(), SignatureAlgorithm.ES256))
                        : Optional.empty();
        return new JwtKey(id, SignatureAlgorithm.ES256, signing, verifying);
    }

    private static Key publicKey(String id, String pem) throws GeneralSecurityException {
        String block = find(PUBLIC, pem).orElseThrow(() -> noPublicKey(id));
        return KeyUtils.decodePublicKey(block, SignatureAlgorithm.ES256) instanceof ECPublicKey key
                        && key.getParams().getOrder().bitLength() == CURVE_BITS
                ? key
                : refuse(id);
    }

    private static Key refuse(String id) {
        throw new IllegalStateException(SETTING + ": the key " + id + " is not of P-256");
    }

    private static IllegalStateException noPublicKey(String id) {
        return new IllegalStateException(
                SETTING + ": the file of the key " + id + " lacks the public key");
    }

    private static Optional<String> find(Pattern block, String pem) {
        Matcher matcher = block.matcher(pem);
        return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
    }

    private static Pattern block(String name) {
        return Pattern.compile("-----BEGIN " + name + "-----[^-]+-----END " + name + "-----");
    }
}
