package io.cybervpn.domain.provisioning.model;

import java.time.Instant;
import java.util.Optional;

/**
 * What a panel counts for a user.
 *
 * @param usedBytes since the last reset, up and down together
 * @param lifetimeBytes since the user was made, whatever was reset; empty on panels that do not say
 * @param resetAt when the panel set the used traffic to nothing last; empty for never, and on
 *     panels that do not say
 */
public record TrafficReading(
        long usedBytes, Optional<Long> lifetimeBytes, Optional<Instant> resetAt) {
    /**
     * Bytes since an earlier reading. Never negative: a counter that fell has begun anew, and what
     * it shows came after that. Exact where the panel says what was used in all; else what was used
     * between the last reading and a reset is not known, and not counted.
     */
    long since(TrafficReading before) {
        boolean known = lifetimeBytes.isPresent() && before.lifetimeBytes.isPresent();
        if (known) {
            return grown(before.lifetimeBytes.orElseThrow(), lifetimeBytes.orElseThrow());
        }
        return isOfAnotherPeriodThan(before) ? usedBytes : usedBytes - before.usedBytes;
    }

    /** Whether the panel has set the used traffic to nothing since an earlier reading. */
    boolean isOfAnotherPeriodThan(TrafficReading before) {
        boolean told = resetAt.isPresent() && !resetAt.equals(before.resetAt);
        return told || usedBytes < before.usedBytes;
    }

    private static long grown(long before, long now) {
        return now >= before ? now - before : now;
    }
}
