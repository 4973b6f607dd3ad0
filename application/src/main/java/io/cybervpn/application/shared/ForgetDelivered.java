package io.cybervpn.application.shared;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/**
 * Throws away outbox rows that were delivered a week ago. For the schedule; repeatable, by any
 * number of instances.
 */
@Singleton
public final class ForgetDelivered {
    /** How long a delivered row is kept, for who looks into what happened. */
    public static final Duration KEPT = Duration.ofDays(7);

    private static final int BATCH_SIZE = 10_000;

    private final OutboxQueue queue;
    private final Clock clock;

    @Inject
    ForgetDelivered(OutboxQueue queue, Clock clock) {
        this.queue = queue;
        this.clock = clock;
    }

    /** Forgets one batch; gives the number of rows gone. */
    public Uni<Integer> execute() {
        return queue.forget(clock.instant().minus(KEPT), BATCH_SIZE);
    }
}
