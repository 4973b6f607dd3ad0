package io.cybervpn.infrastructure.shared;

import io.cybervpn.application.shared.KeyedHashes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Under keys made from those that encrypt stored secrets, so that there is one list to rotate. A
 * shop without any, which production is not, makes one up at each start.
 */
@Singleton
final class HmacKeyedHashes implements KeyedHashes {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String LABEL = "cybervpn keyed hash";
    private static final int KEY_BYTES = 32;

    private final KeyRing keys;

    @Inject
    HmacKeyedHashes(AesSecretBox.Config config) {
        this.keys =
                KeyRing.of(
                        "cybervpn.secrets.keys",
                        config.keys().filter(list -> !list.isEmpty()).orElseGet(() -> madeUp()));
    }

    private static List<String> madeUp() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return List.of("start:" + HexFormat.of().formatHex(key));
    }

    @Override
    public String hash(String purpose, String text) {
        return hash(keys.first(), purpose, text);
    }

    @Override
    public boolean matches(String hash, String purpose, String text) {
        int dot = Math.max(0, hash.indexOf('.'));
        Optional<KeyRing.Key> key = keys.find(hash.substring(0, dot));
        return key.map(known -> hash(known, purpose, text))
                .filter(expected -> MessageDigest.isEqual(bytes(expected), bytes(hash)))
                .isPresent();
    }

    private static String hash(KeyRing.Key key, String purpose, String text) {
        byte[] own = mac(key.secret(), LABEL);
        return key.id() + "." + HexFormat.of().formatHex(mac(own, purpose + '\n' + text));
    }

    private static byte[] mac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(bytes(text));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", impossible);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
