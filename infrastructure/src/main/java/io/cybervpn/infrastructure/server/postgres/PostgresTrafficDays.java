package io.cybervpn.infrastructure.server.postgres;

import io.cybervpn.application.server.port.NodeTraffic.NodeDay;
import io.cybervpn.application.server.port.TrafficDays;
import io.cybervpn.infrastructure.shared.JsonRows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;

/** Sums of panels by node and day. */
@Singleton
final class PostgresTrafficDays implements TrafficDays {
    private static final String PUT =
            """
            insert into server_traffic (server_id, day, bytes)
            select s.id, n.day, n.bytes
            from jsonb_to_recordset(cast(cast($2 as text) as jsonb))
                as n(node text, day date, bytes bigint)
            join server s on s.panel = $1 and s.node_ref = n.node
            order by s.id, n.day
            on conflict (server_id, day) do update set bytes = excluded.bytes
            where server_traffic.bytes <> excluded.bytes""";
    private static final String SUM =
            "select coalesce(sum(bytes), 0)::bigint from server_traffic where day between $1 and $2";
    private static final String FORGET =
            """
            delete from server_traffic where ctid = any(array(
                select ctid from server_traffic where day < $1 limit $2))""";

    private final Pool pool;

    @Inject
    PostgresTrafficDays(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Void> put(String panel, List<NodeDay> days) {
        JsonRows rows = new JsonRows();
        days.forEach(
                day ->
                        rows.add()
                                .put("node", day.node())
                                .put("day", day.day().toString())
                                .put("bytes", day.bytes()));
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : pool.preparedQuery(PUT)
                        .execute(Tuple.of(panel, rows.toString()))
                        .replaceWithVoid();
    }

    @Override
    public Uni<Long> sum(LocalDate from, LocalDate to) {
        return pool.preparedQuery(SUM)
                .execute(Tuple.of(from, to))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    @Override
    public Uni<Integer> forget(LocalDate before, int limit) {
        return pool.preparedQuery(FORGET).execute(Tuple.of(before, limit)).map(RowSet::rowCount);
    }
}
