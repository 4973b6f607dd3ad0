package io.cybervpn.application.statistics;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A stretch of time, the end not in it.
 *
 * @param to after {@code from}
 */
public record Stretch(Instant from, Instant to) {
    private static final Duration LONGEST = Duration.ofDays(3660);

    /** Refuses a stretch of nothing. */
    public Stretch {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException(from + " is not before " + to);
        }
    }

    /** From a request; empty unless it ends after it begins, and within ten years. */
    public static Optional<Stretch> of(Instant from, Instant to) {
        return from.isBefore(to) && !from.plus(LONGEST).isBefore(to)
                ? Optional.of(new Stretch(from, to))
                : Optional.empty();
    }
}
