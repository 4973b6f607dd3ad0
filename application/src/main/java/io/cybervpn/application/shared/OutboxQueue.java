package io.cybervpn.application.shared;

import io.cybervpn.domain.shared.DomainEvent;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The other end of the {@link Outbox}: what waits to be delivered. Safe for any number of instances
 * at once.
 */
public interface OutboxQueue {
    /**
     * One event on its way to one handler.
     *
     * @param attempt 1 for the first try
     */
    record Delivery(UUID id, String handler, DomainEvent event, int attempt) {}

    /** A row that gave up, for staff. */
    record Parked(
            UUID id,
            String handler,
            String eventType,
            int attempts,
            String error,
            Instant createdAt) {}

    /**
     * Takes up to {@code limit} due rows, oldest first, and hides them from others until {@code
     * lease} has passed; a crash before {@link #done} thus only delays.
     */
    Uni<List<Delivery>> claim(int limit, Instant now, Duration lease);

    /** Marks rows as delivered. Repeatable. */
    Uni<Void> done(List<UUID> ids, Instant now);

    /** Gives a row back for a later try. */
    Uni<Void> retryAt(UUID id, Instant at, String error);

    /** Gives up on a row, and raises an alert. */
    Uni<Void> park(UUID id, String error);

    /** Parked rows, oldest first, at most {@code limit}. */
    Uni<List<Parked>> parked(int limit);

    /** Makes a parked row due now; false when there is no such parked row. */
    Uni<Boolean> requeue(UUID id, Instant now);

    /**
     * Throws away what was delivered before a time, at most so many: what an event tells of people
     * need not stay once it was told.
     *
     * @return how many are gone
     */
    Uni<Integer> forget(Instant before, int limit);
}
