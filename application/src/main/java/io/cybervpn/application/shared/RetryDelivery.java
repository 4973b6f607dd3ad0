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
    private final UnitOfWork unitOfWork;
    private final OutboxQueue queue;
    private final AuditTrail audit;
    private final Clock clock;

    @Inject
    RetryDelivery(UnitOfWork unitOfWork, OutboxQueue queue, AuditTrail audit, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.queue = queue;
        this.audit = audit;
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
        return unitOfWork.run(
                () ->
                        queue.requeue(command.delivery(), clock.instant())
                                .chain(done -> record(done, command)));
    }

    private Uni<Result> record(boolean done, Command command) {
        return done
                ? audit.append(
                                AuditTrail.Entry.of(
                                        command.actor(),
                                        "system.retry_delivery",
                                        "delivery",
                                        command.delivery()))
                        .replaceWith(Result.REQUEUED)
                : Uni.createFrom().item(Result.NOT_PARKED);
    }
}
