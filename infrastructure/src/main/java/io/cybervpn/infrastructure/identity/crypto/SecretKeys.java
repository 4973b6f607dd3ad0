package io.cybervpn.infrastructure.identity.crypto;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** Keys for HS256 from configured text. A weak one stops the start of the shop. */
final class SecretKeys {
    private static final String SINGLE_ID = "main";
    private static final int SECRET_BYTES_MIN = 32;

    private SecretKeys() {}

    static JwtKey read(String setting) {
        KeyEntry entry = KeyEntry.parse("cybervpn.jwt.secrets", setting);
        return key(entry.id(), entry.value());
    }

    static JwtKey single(String secret) {
        return key(SINGLE_ID, secret);
    }

    private static JwtKey key(String id, String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        if (bytes.length < SECRET_BYTES_MIN) {
            throw new IllegalStateException(
                    "the secret %s of cybervpn.jwt needs at least %d characters, random ones"
                            .formatted(id, SECRET_BYTES_MIN));
        }
        SecretKey key = new SecretKeySpec(bytes, "HmacSHA256");
        return new JwtKey(id, SignatureAlgorithm.HS256, Optional.of(key), key);
    }
}
