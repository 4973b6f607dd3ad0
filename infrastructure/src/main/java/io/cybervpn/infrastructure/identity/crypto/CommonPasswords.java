package io.cybervpn.infrastructure.identity.crypto;

import io.cybervpn.application.identity.port.KnownPasswords;
import io.cybervpn.domain.identity.model.Password;
import jakarta.inject.Singleton;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/**
 * The most used passwords of leaks, those of 8 characters and more: about 11,600 of the 30,000 of
 * zxcvbn (MIT licence), and words of this shop. Kept as sorted beginnings of hashes, 8 bytes each;
 * that a good password meets one of them by chance is as likely as 1 in 10^15.
 */
@Singleton
final class CommonPasswords implements KnownPasswords {
    private static final String LIST = "/passwords/common.txt.gz";

    private final long[] sorted;

    CommonPasswords() {
        this.sorted = read();
    }

    @Override
    public boolean has(Password password) {
        return Arrays.binarySearch(sorted, shortened(password.value())) >= 0;
    }

    private static long[] read() {
        try (InputStream packed = CommonPasswords.class.getResourceAsStream(LIST);
                BufferedReader lines =
                        new BufferedReader(
                                new InputStreamReader(
                                        new GZIPInputStream(Objects.requireNonNull(packed, LIST)),
                                        StandardCharsets.UTF_8))) {
            return lines.lines().mapToLong(CommonPasswords::shortened).sorted().toArray();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static long shortened(String password) {
        try {
            byte[] folded = password.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(folded)).getLong();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
