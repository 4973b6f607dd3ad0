package io.cybervpn.application.shared;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** What gave up and waits for staff, who need {@link Permission#SYSTEM_READ}. */
@Singleton
public final class ListParkedDeliveries {
    /** The most rows of an answer; whoever has more parked rows has another problem. */
    public static final int ROWS_MAX = 200;

    private final OutboxQueue queue;

    @Inject
    ListParkedDeliveries(OutboxQueue queue) {
        this.queue = queue;
    }

    /** Who asks. */
    public record Query(Actor actor) {}

    /** The answer. */
    public sealed interface Result {
        /** Outbox rows that gave up, oldest first. */
        record Deliveries(List<OutboxQueue.Parked> items) implements Result {}

        /** The actor may not see this. */
        record Forbidden() implements Result {}
    }

    /** Reads. */
    public Uni<Result> execute(Query query) {
        return query.actor().may(Permission.SYSTEM_READ)
                ? queue.parked(ROWS_MAX).map(Result.Deliveries::new)
                : Uni.createFrom().item(new Result.Forbidden());
    }
}
