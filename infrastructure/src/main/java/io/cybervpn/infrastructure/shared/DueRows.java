package io.cybervpn.infrastructure.shared;

import io.cybervpn.application.shared.WorkQueue;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;

/** Queues of rows, counted by the index that workers claim by. */
public final class DueRows {
    private DueRows() {}

    /**
     * A queue.
     *
     * @param due a constant of ours, with {@code $1} for the moment, such as {@code outbox where
     *     next_attempt_at <= $1}
     */
    public static WorkQueue queue(Pool pool, String name, String due) {
        return new Counted(
                pool,
                name,
                "select count(*) from (select 1 from %s limit %d) as due"
                        .formatted(due, WorkQueue.COUNTED_MAX));
    }

    private record Counted(Pool pool, String name, String sql) implements WorkQueue {
        @Override
        public Uni<Long> due(Instant now) {
            return pool.preparedQuery(sql)
                    .execute(Tuple.of(now.atOffset(ZoneOffset.UTC)))
                    .map(rows -> rows.iterator().next().getLong(0));
        }
    }
}
