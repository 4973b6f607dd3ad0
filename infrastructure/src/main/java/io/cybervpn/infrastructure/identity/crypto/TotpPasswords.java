package io.cybervpn.infrastructure.identity.crypto;

import com.eatthepath.otp.HmacOneTimePasswordGenerator;
import io.cybervpn.application.identity.port.OneTimePasswords;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.LongStream;
import javax.crypto.spec.SecretKeySpec;

/** Six digits each 30 s by HMAC-SHA-1, the one kind that every app knows. */
@Singleton
final class TotpPasswords implements OneTimePasswords {
    private static final int SECRET_BYTES = 20;

    /** 130 bits. */
    private static final int SECRET_LETTERS_MIN = 26;

    private static final int STEP_SECONDS = 30;
    private static final int DIGITS = 6;
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS_PER_LETTER = 5;

    private final SecureRandom random = new SecureRandom();
    private final HmacOneTimePasswordGenerator generator;

    TotpPasswords() {
        this(DIGITS);
    }

    TotpPasswords(int digits) {
        this.generator = new HmacOneTimePasswordGenerator(digits);
    }

    @Override
    public byte[] newSecret() {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return secret;
    }

    @Override
    public String text(byte[] secret) {
        StringBuilder text = new StringBuilder();
        int bits = 0;
        int held = 0;
        for (byte next : secret) {
            held = held << Byte.SIZE | next & 0xff;
            bits += Byte.SIZE;
            while (bits >= BITS_PER_LETTER) {
                bits -= BITS_PER_LETTER;
                text.append(ALPHABET.charAt(held >> bits & 0x1f));
            }
            held &= (1 << bits) - 1;
        }
        if (bits > 0) {
            text.append(ALPHABET.charAt(held << BITS_PER_LETTER - bits & 0x1f));
        }
        return text.toString();
    }

    @Override
    public Optional<byte[]> secretOf(String text) {
        String letters = text.toUpperCase(Locale.ROOT).replaceAll("[\\s=]", "");
        return letters.length() >= SECRET_LETTERS_MIN
                        && letters.chars().allMatch(letter -> ALPHABET.indexOf(letter) >= 0)
                ? Optional.of(bytes(letters))
                : Optional.empty();
    }

    private static byte[] bytes(String letters) {
        byte[] bytes = new byte[letters.length() * BITS_PER_LETTER / Byte.SIZE];
        int bits = 0;
        int held = 0;
        int filled = 0;
        for (int i = 0; i < letters.length(); i++) {
            held = held << BITS_PER_LETTER | ALPHABET.indexOf(letters.charAt(i));
            bits += BITS_PER_LETTER;
            if (bits >= Byte.SIZE) {
                bits -= Byte.SIZE;
                bytes[filled++] = (byte) (held >> bits);
                held &= (1 << bits) - 1;
            }
        }
        return bytes;
    }

    @Override
    public Optional<Long> stepOf(byte[] secret, String password, Instant now) {
        long current = Math.floorDiv(now.getEpochSecond(), STEP_SECONDS);
        long[] steps =
                LongStream.rangeClosed(current - 1, current + 1)
                        .filter(step -> isSame(code(secret, step), password))
                        .toArray();
        return LongStream.of(steps).max().stream().boxed().findFirst();
    }

    String code(byte[] secret, long step) {
        try {
            return generator.generateOneTimePasswordString(
                    new SecretKeySpec(secret, "HmacSHA1"), step, Locale.ROOT);
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException("any bytes are a key of HMAC", impossible);
        }
    }

    private static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
