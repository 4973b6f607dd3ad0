package io.cybervpn.domain.subscription.model;

import io.cybervpn.domain.subscription.SubscriptionId;
import java.time.Instant;
import java.util.UUID;

/**
 * A subscription's time stopped, or went on. Between the two nothing of it is used up. Never
 * changed afterwards.
 *
 * @param at to the microsecond, as a store keeps it
 */
public record Halt(UUID id, SubscriptionId subscription, Turn turn, Cause cause, Instant at)
        implements Deed {
    /** Which of the two. Stores keep it in lower case. */
    public enum Turn {
        /** Time stands still from here on. */
        STOP,
        /** Time goes on from here on. */
        GO
    }

    /** What it came with. Stores keep it in lower case. */
    public enum Cause {
        /** The owner's pause, or its end. */
        PAUSE,
        /** A suspension by staff, or its end. */
        SUSPENSION,
        /** The subscription was taken away. */
        TERMINATION
    }
}
