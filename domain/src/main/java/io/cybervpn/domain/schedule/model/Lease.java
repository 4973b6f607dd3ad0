package io.cybervpn.domain.schedule.model;

import io.cybervpn.domain.schedule.Rhythm;
import java.time.Duration;
import java.time.Instant;

/**
 * By what right an instance holds what it runs.
 *
 * @param holder the name of the instance
 * @param now by its clock
 */
public record Lease(String holder, Instant now) {
    /** How long a dead instance keeps others waiting. */
    public static final Duration LENGTH = Duration.ofSeconds(60);

    /** When it ends unless it is prolonged. */
    public Instant until() {
        return now.plus(LENGTH);
    }

    /** One that ends later than this was given by a clock that was ahead, and has ended. */
    public Instant latest() {
        return until().plus(Rhythm.SLACK);
    }
}
