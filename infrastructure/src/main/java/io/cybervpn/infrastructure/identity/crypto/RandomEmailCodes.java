package io.cybervpn.infrastructure.identity.crypto;

import io.cybervpn.application.identity.port.EmailCodeSource;
import jakarta.inject.Singleton;
import java.security.SecureRandom;

/** Each of the million codes as likely as any other. */
@Singleton
final class RandomEmailCodes implements EmailCodeSource {
    private static final int CODES = 1_000_000;

    private final SecureRandom random = new SecureRandom();

    @Override
    public String next() {
        return "%06d".formatted(random.nextInt(CODES));
    }
}
