package io.cybervpn.application.shared;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;

/**
 * Makes a parked outbox row due again, by staff with {@link Permission#SYSTEM_WRITE}. Repeatable.
 */
@Singleton
public final class RetryDelivery {
    private final OutboxQueue queue;
    private final Clock clock;

    @Inject
    RetryDelivery(OutboxQueue queue, Clock clock) {
        this.queue = queue;
        this.clock = clock;
    }

    /** Which row. */
    public record Command(Actor actor, UUID delivery) {}

    /** What came of it. */
    public enum Result {
        /** It is due now. */
        REQUEUED,
        /** There is no such parked row. */
        NOT_PARKED,
        /** The actor may not. */
        FORBIDDEN
    }

    /** Requeues. */
    public Uni<Result> execute(Command command) {
        if (!command.actor().may(Permission.SYSTEM_WRITE)) {
            return Uni.createFrom().item(Result.FORBIDDEN);
        }
        return queue.requeue(command.delivery(), clock.instant())
                .map(done -> done ? Result.REQUEUED : Result.NOT_PARKED);
    }
}
