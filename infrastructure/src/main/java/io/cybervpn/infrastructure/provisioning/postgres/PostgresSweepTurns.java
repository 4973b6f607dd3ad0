package io.cybervpn.infrastructure.provisioning.postgres;

import io.cybervpn.application.provisioning.port.SweepTurns;
import io.cybervpn.domain.provisioning.PanelId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/** A row for each panel that only the first of many moves on. */
@Singleton
final class PostgresSweepTurns implements SweepTurns {
    private static final String TAKE =
            """
            insert into panel_sweep as s (panel_id, started_at) values ($1, $2)
            on conflict (panel_id) do update set started_at = excluded.started_at
            where s.started_at <= $3""";

    private final Pool pool;

    @Inject
    PostgresSweepTurns(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Boolean> take(PanelId panel, Instant now, Duration every) {
        return pool.preparedQuery(TAKE)
                .execute(
                        Tuple.of(
                                panel.value(),
                                now.atOffset(ZoneOffset.UTC),
                                now.minus(every).atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.rowCount() == 1);
    }
}
