package io.cybervpn.infrastructure.provisioning.postgres;

import io.cybervpn.application.provisioning.port.SweepTurns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/** One row that only the first of many moves on. */
@Singleton
final class PostgresSweepTurns implements SweepTurns {
    private static final String TAKE =
            "update panel_sweep set started_at = $1 where id = 1 and started_at <= $2";

    private final Pool pool;

    @Inject
    PostgresSweepTurns(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Boolean> take(Instant now, Duration every) {
        return pool.preparedQuery(TAKE)
                .execute(
                        Tuple.of(
                                now.atOffset(ZoneOffset.UTC),
                                now.minus(every).atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.rowCount() == 1);
    }
}
