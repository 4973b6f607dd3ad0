package io.cybervpn.application.identity.keys;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What the shop asks of API keys.
 *
 * @param lifeMax each has an end, at most so far away; empty: it need not have one
 */
public record ApiKeyRules(Optional<Duration> lifeMax) {
    /** Most keys that are good at once. */
    static final int OPEN_MAX = 200;

    Optional<KeyRefusal> refuse(Optional<Instant> expiresAt, Instant now) {
        if (expiresAt.filter(end -> !end.isAfter(now)).isPresent()) {
            return Optional.of(KeyRefusal.EXPIRY_PAST);
        }
        return lifeMax.map(now::plus)
                .filter(last -> expiresAt.filter(end -> !end.isAfter(last)).isEmpty())
                .map(_ -> KeyRefusal.EXPIRY_BEYOND);
    }
}
