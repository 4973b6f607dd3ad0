package io.cybervpn.infrastructure.identity.telegram;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Telegram's three ways to seal a set of fields, by nothing but the JDK's own cryptography. */
final class TelegramSeals {
    static final String HASH = "hash";
    static final String SIGNATURE = "signature";

    private static final String HMAC = "HmacSHA256";
    private static final String ED25519 = "Ed25519";
    private static final int HASH_BYTES = 32;
    private static final int SIGNATURE_BYTES = 64;

    /** What stands before the 32 raw bytes of an Ed25519 key in a SubjectPublicKeyInfo. */
    private static final String SPKI_PREFIX = "302a300506032b6570032100";

    /** One seal has one spelling, so that none can be changed and still hold. */
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private TelegramSeals() {}

    /** The key of all start data of a bot's Mini Apps. */
    static byte[] miniAppKey(String botToken) {
        return mac("WebAppData".getBytes(StandardCharsets.UTF_8), botToken);
    }

    /** The key of all logins by a bot's widget. */
    static byte[] widgetKey(String botToken) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return sha256.digest(botToken.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /** Whether {@code hash} is the keyed hash of all other fields, {@code signature} too. */
    static boolean isHashed(byte[] key, Map<String, String> fields) {
        return Optional.ofNullable(fields.get(HASH))
                .flatMap(TelegramSeals::fromHex)
                .filter(hash -> MessageDigest.isEqual(hash, mac(key, lines(fields, Set.of(HASH)))))
                .isPresent();
    }

    /** Whether {@code signature} is Telegram's own, over the other fields and for this bot. */
    static boolean isSigned(PublicKey telegram, long botId, Map<String, String> fields) {
        String signed =
                "%d:WebAppData\n%s".formatted(botId, lines(fields, Set.of(HASH, SIGNATURE)));
        return Optional.ofNullable(fields.get(SIGNATURE))
                .flatMap(TelegramSeals::fromBase64Url)
                .filter(signature -> verify(telegram, signed, signature))
                .isPresent();
    }

    /** A public key of Telegram from its 32 raw bytes in hexadecimal. */
    static PublicKey publicKey(String rawHex) {
        byte[] encoded = HexFormat.of().parseHex(SPKI_PREFIX + rawHex);
        try {
            return KeyFactory.getInstance(ED25519).generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("not an Ed25519 key", impossible);
        }
    }

    private static String lines(Map<String, String> fields, Set<String> without) {
        SortedMap<String, String> sorted = new TreeMap<>(fields);
        sorted.keySet().removeAll(without);
        return sorted.entrySet().stream()
                .map(field -> field.getKey() + "=" + field.getValue())
                .collect(Collectors.joining("\n"));
    }

    private static byte[] mac(byte[] key, String message) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(message.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", impossible);
        }
    }

    private static boolean verify(PublicKey key, String message, byte[] signature) {
        try {
            Signature verifier = Signature.getInstance(ED25519);
            verifier.initVerify(key);
            verifier.update(message.getBytes(StandardCharsets.UTF_8));
            return verifier.verify(signature);
        } catch (SignatureException _) {
            return false; // bytes that are no signature at all
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has Ed25519", impossible);
        }
    }

    private static Optional<byte[]> fromHex(String text) {
        try {
            return Optional.of(HexFormat.of().parseHex(text))
                    .filter(bytes -> bytes.length == HASH_BYTES)
                    .filter(bytes -> HexFormat.of().formatHex(bytes).equals(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> fromBase64Url(String text) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(text))
                    .filter(bytes -> bytes.length == SIGNATURE_BYTES)
                    .filter(bytes -> BASE64.encodeToString(bytes).equals(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
