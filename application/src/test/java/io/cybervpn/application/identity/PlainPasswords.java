package io.cybervpn.application.identity;

import io.cybervpn.application.identity.port.OneTimePasswords;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/** The password is the number of the half minute. */
final class PlainPasswords implements OneTimePasswords {
    @Override
    public byte[] newSecret() {
        return new byte[] {'x'};
    }

    @Override
    public String text(byte[] secret) {
        return new String(secret, StandardCharsets.UTF_8);
    }

    @Override
    public Optional<byte[]> secretOf(String text) {
        return Optional.of(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Optional<Long> stepOf(byte[] secret, String password, Instant now) {
        long step = now.getEpochSecond() / 30;
        return Optional.of(step).filter(_ -> password.equals(String.valueOf(step)));
    }
}
