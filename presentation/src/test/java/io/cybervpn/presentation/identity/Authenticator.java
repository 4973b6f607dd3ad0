package io.cybervpn.presentation.identity;

import com.eatthepath.otp.HmacOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.spec.SecretKeySpec;

/** What an app on a telephone shows for a secret that it was told. */
public final class Authenticator {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final long STEP_SECONDS = 30;

    private Authenticator() {}

    /** The one-time password of that moment. */
    public static String code(String secret, Instant now) {
        try {
            return new HmacOneTimePasswordGenerator()
                    .generateOneTimePasswordString(
                            new SecretKeySpec(bytes(secret), "HmacSHA1"),
                            now.getEpochSecond() / STEP_SECONDS,
                            Locale.ROOT);
        } catch (InvalidKeyException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static byte[] bytes(String base32) {
        byte[] bytes = new byte[base32.length() * 5 / 8];
        int bits = 0;
        int held = 0;
        int filled = 0;
        for (char letter : base32.toCharArray()) {
            held = (held << 5 | ALPHABET.indexOf(letter)) & 0xfff;
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes[filled++] = (byte) (held >> bits);
            }
        }
        return bytes;
    }
}
