package io.cybervpn.infrastructure.provisioning.postgres;

import io.cybervpn.application.provisioning.port.PanelStanding;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.PanelId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Counts the records of a panel: one scan of an index that has them together. */
@Singleton
final class PostgresPanelStanding implements PanelStanding {
    private static final String COUNTS =
            """
            select count(*) filter (where status = 'ready') as ready,
                count(*) filter (where status = 'pending') as waiting,
                count(*) filter (where status = 'parked') as parked,
                (select started_at from panel_sweep where panel_id = $1) as swept
            from access where panel_id = $1""";
    private static final String PARKED =
            """
            select id, coalesce(last_error, '') as reason, attempts, updated_at from access
            where panel_id = $1 and status = 'parked' order by updated_at, id limit $2""";

    private final Pool pool;

    @Inject
    PostgresPanelStanding(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Standing> of(PanelId panel, int sample) {
        return pool.preparedQuery(COUNTS)
                .execute(Tuple.of(panel.value()))
                .map(rows -> rows.iterator().next())
                .chain(
                        counts ->
                                pool.preparedQuery(PARKED)
                                        .execute(Tuple.of(panel.value(), sample))
                                        .map(rows -> standing(counts, parked(rows))));
    }

    private static Standing standing(Row counts, List<Parked> parked) {
        return new Standing(
                counts.getLong("ready"),
                counts.getLong("waiting"),
                counts.getLong("parked"),
                parked,
                Optional.ofNullable(counts.getOffsetDateTime("swept")).map(at -> at.toInstant()));
    }

    private static List<Parked> parked(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(
                        row ->
                                new Parked(
                                        new AccessId(row.getUUID("id")),
                                        row.getString("reason"),
                                        row.getInteger("attempts"),
                                        row.getOffsetDateTime("updated_at").toInstant()))
                .toList();
    }
}
