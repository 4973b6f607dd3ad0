package io.cybervpn.infrastructure.live.postgres;

import io.cybervpn.application.live.StaffTopic;
import io.cybervpn.application.live.Thing;
import io.cybervpn.application.live.port.Board;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Bulk jobs that run, and those that ended within the hour. Only rows that wait are counted, by
 * their own index: a job may have a hundred thousand, and it is looked at often.
 */
@Singleton
final class JobsOnBoard implements Board {
    private static final Duration SHOWN_AFTER_END = Duration.ofHours(1);
    private static final String SQL =
            """
            select j.id, j.action, j.state, j.total::bigint as total, j.created_at, j.ended_at,
                case when j.state = 'running' then (select count(*) from bulk_job_row r
                    where r.job_id = j.id and r.state = 'waiting') else 0 end as waiting
            from bulk_job j where j.state = 'running' or j.ended_at >= $1
            order by j.created_at desc, j.id limit 100""";

    private final Pool pool;
    private final Clock clock;

    @Inject
    JobsOnBoard(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    @Override
    public StaffTopic topic() {
        return StaffTopic.JOBS;
    }

    @Override
    public Uni<List<Thing>> take() {
        return pool.preparedQuery(SQL)
                .execute(Tuple.of(clock.instant().minus(SHOWN_AFTER_END).atOffset(ZoneOffset.UTC)))
                .map(rows -> Facts.things(rows, JobsOnBoard::thing));
    }

    private static Thing thing(Row row) {
        return new Facts(row)
                .text("action", "action")
                .text("state", "state")
                .whole("total", "total")
                .whole("waiting", "waiting")
                .moment("createdAt", "created_at")
                .moment("endedAt", "ended_at")
                .toThing();
    }
}
