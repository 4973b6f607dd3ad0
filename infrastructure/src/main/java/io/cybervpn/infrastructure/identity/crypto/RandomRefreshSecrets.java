package io.cybervpn.infrastructure.identity.crypto;

import io.cybervpn.application.identity.port.RefreshSecrets;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.Base64;

/** 256 bits of the operating system's randomness. */
@Singleton
final class RandomRefreshSecrets implements RefreshSecrets {
    private static final int SECRET_BYTES = 32;

    private final SecureRandom random = new SecureRandom();

    @Override
    public String next() {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }
}
