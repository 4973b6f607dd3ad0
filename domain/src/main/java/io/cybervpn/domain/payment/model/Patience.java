package io.cybervpn.domain.payment.model;

import java.time.Duration;
import java.time.Instant;

/**
 * How often an open payment is looked after: half its age between two looks, so a fresh one is
 * asked for soon and an old one rarely.
 *
 * @param shortest also the time that a call under way is left alone; longer than its timeout
 * @param longest between two looks
 */
public record Patience(Duration shortest, Duration longest) {
    /** Refuses a range that has no inside. */
    public Patience {
        if (shortest.isNegative() || shortest.isZero() || longest.compareTo(shortest) < 0) {
            throw new IllegalArgumentException("patience " + shortest + " to " + longest);
        }
    }

    /** When to look again. */
    public Instant nextLook(Instant createdAt, Instant now) {
        Duration half = Duration.between(createdAt, now).dividedBy(2);
        if (half.compareTo(shortest) < 0) {
            return now.plus(shortest);
        }
        return now.plus(half.compareTo(longest) > 0 ? longest : half);
    }
}
