package io.cybervpn.application.shared;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** What came in and what gave up, for staff with {@link Permission#SYSTEM_READ}. */
@Singleton
public final class InspectQueues {
    /** The most rows of an answer; whoever has more parked rows has another problem. */
    public static final int ROWS_MAX = 200;

    private final OutboxQueue queue;
    private final Inbox inbox;

    @Inject
    InspectQueues(OutboxQueue queue, Inbox inbox) {
        this.queue = queue;
        this.inbox = inbox;
    }

    /** What is wanted. */
    public sealed interface Query {
        /** Who asks. */
        Actor actor();

        /** Outbox rows that gave up, oldest first. */
        record ParkedDeliveries(Actor actor) implements Query {}

        /** Inbox messages, newest first; an empty source or status means any. */
        record Messages(Actor actor, Optional<String> source, Optional<String> status)
                implements Query {}
    }

    /** The answer to either query. */
    public sealed interface Result {
        /** Rows that gave up. */
        record Deliveries(List<OutboxQueue.Parked> items) implements Result {}

        /** Messages. */
        record Entries(List<Inbox.Entry> items) implements Result {}

        /** The actor may not see this. */
        record Forbidden() implements Result {}
    }

    /** Reads. */
    public Uni<Result> execute(Query query) {
        if (!query.actor().may(Permission.SYSTEM_READ)) {
            return Uni.createFrom().item(new Result.Forbidden());
        }
        return switch (query) {
            case Query.ParkedDeliveries _ -> queue.parked(ROWS_MAX).map(Result.Deliveries::new);
            case Query.Messages(_, var source, var status) ->
                    inbox.entries(source, status, ROWS_MAX).map(Result.Entries::new);
        };
    }
}
