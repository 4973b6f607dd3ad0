package io.cybervpn.dev;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What an app on a telephone does: makes one-time passwords of a secret of 160 bits (RFC 6238). */
final class Authenticator {

    /** How long a password is the newest one. */
    static final long STEP_SECONDS = 30;

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final String DIGITS = "0123456789abcdefghijklmnopqrstuv";
    private static final int RADIX = 32;
    private static final int LETTERS = 32;
    private static final int SECRET_BYTES = 20;
    private static final int CODES = 1_000_000;

    private final byte[] secret;

    private Authenticator(BigInteger secret) {
        this.secret = bytes(secret);
    }

    /** Of a secret as people type it. */
    static Authenticator ofText(String base32) {
        return new Authenticator(
                new BigInteger(exchanged(base32.toUpperCase(Locale.ROOT), BASE32, DIGITS), RADIX));
    }

    /** Of 40 hexadecimal digits. */
    static Authenticator ofHex(String hex) {
        return new Authenticator(new BigInteger(hex, 16));
    }

    /** The secret as people type it. */
    String text() {
        String digits = new BigInteger(1, secret).toString(RADIX);
        return exchanged("0".repeat(LETTERS - digits.length()) + digits, DIGITS, BASE32);
    }

    /** The password of a moment. */
    String code(Instant now) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            long step = now.getEpochSecond() / STEP_SECONDS;
            ByteBuffer hash =
                    ByteBuffer.wrap(
                            mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array()));
            int place = hash.get(hash.limit() - 1) & 0xf;
            return "%06d".formatted((hash.getInt(place) & Integer.MAX_VALUE) % CODES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA-1", e);
        }
    }

    private static String exchanged(String text, String from, String to) {
        return text.chars()
                .map(letter -> to.charAt(from.indexOf(letter)))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static byte[] bytes(BigInteger number) {
        byte[] bytes = new byte[SECRET_BYTES];
        byte[] read = number.toByteArray();
        for (int i = 1; i <= Math.min(read.length, SECRET_BYTES); i++) {
            bytes[SECRET_BYTES - i] = read[read.length - i];
        }
        return bytes;
    }
}
