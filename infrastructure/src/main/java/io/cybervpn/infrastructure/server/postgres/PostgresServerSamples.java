package io.cybervpn.infrastructure.server.postgres;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cybervpn.application.server.port.ServerSamples;
import io.cybervpn.domain.server.ServerId;
import io.cybervpn.infrastructure.shared.JsonRows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Figures over time, a statement for any number of servers. */
@Singleton
final class PostgresServerSamples implements ServerSamples {
    private static final String ADD =
            """
            insert into server_sample (server_id, at, users_online, counter_bytes, bytes)
            select s.id, $1, n.users, n.counter,
                case when n.counter is null or before.counter_bytes is null then 0
                    when n.counter >= before.counter_bytes then n.counter - before.counter_bytes
                    else n.counter end
            from jsonb_to_recordset(cast(cast($2 as text) as jsonb))
                as n(panel text, node text, users bigint, counter bigint)
            join server s on s.panel = n.panel and s.node_ref = n.node
            left join lateral (select counter_bytes from server_sample x
                where x.server_id = s.id and x.counter_bytes is not null
                order by x.at desc limit 1) before on true
            where not exists (select 1 from server_sample x where x.server_id = s.id and x.at >= $1)
            order by s.id
            on conflict (server_id, at) do nothing""";
    private static final String HOURS =
            """
            insert into server_hour (server_id, at, bytes, users_max, users_sum, samples)
            select server_id, date_bin('1 hour', at, timestamptz '1970-01-01T00:00:00Z'),
                sum(bytes)::bigint, coalesce(max(users_online), 0), coalesce(sum(users_online), 0)::bigint,
                count(users_online)
            from server_sample where at >= $1 and at < $2 group by 1, 2 order by 1, 2"""
                    + over("server_hour");
    private static final String DAYS =
            """
            insert into server_date (server_id, at, bytes, users_max, users_sum, samples)
            select server_id, date_bin('1 day', at, timestamptz '1970-01-01T00:00:00Z'),
                sum(bytes)::bigint, max(users_max), sum(users_sum)::bigint, sum(samples)::integer
            from server_hour where at >= $1 and at < $2 group by 1, 2 order by 1, 2"""
                    + over("server_date");
    private static final String SERIES =
            """
            select at, sum(bytes)::bigint as bytes, sum(%s)::bigint as users_max,
                sum(%s)::bigint as users_mean
            from %s where at >= $1 and at < $2 and ($3::uuid is null or server_id = $3)
            group by at order by at""";
    private static final String MEAN = "case when samples = 0 then 0 else users_sum / samples end";
    private static final String NOW = "coalesce(users_online, 0)";

    private final Pool pool;

    @Inject
    PostgresServerSamples(Pool pool) {
        this.pool = pool;
    }

    private static String over(String table) {
        return """

            on conflict (server_id, at) do update set bytes = excluded.bytes,
                users_max = excluded.users_max, users_sum = excluded.users_sum,
                samples = excluded.samples
            where (%1$s.bytes, %1$s.users_max, %1$s.users_sum, %1$s.samples) is distinct from
                (excluded.bytes, excluded.users_max, excluded.users_sum, excluded.samples)"""
                .formatted(table);
    }

    private static String table(Step step) {
        return switch (step) {
            case FIVE_MINUTES -> "server_sample";
            case HOUR -> "server_hour";
            case DAY -> "server_date";
        };
    }

    @Override
    public Uni<Integer> add(Instant at, List<Sample> samples) {
        JsonRows rows = new JsonRows();
        samples.forEach(sample -> put(rows.add(), sample));
        return rows.isEmpty()
                ? Uni.createFrom().item(0)
                : pool.preparedQuery(ADD)
                        .execute(Tuple.of(time(at), rows.toString()))
                        .map(RowSet::rowCount);
    }

    private static void put(ObjectNode row, Sample sample) {
        row.put("panel", sample.panel())
                .put("node", sample.node())
                .put("users", sample.usersOnline().orElse(null))
                .put("counter", sample.counterBytes().orElse(null));
    }

    @Override
    public Uni<Void> sumUp(Step step, Instant from, Instant to) {
        return switch (step) {
            case HOUR -> run(HOURS, from, to);
            case DAY -> run(DAYS, from, to);
            case FIVE_MINUTES ->
                    throw new IllegalArgumentException("samples are measured, not summed up");
        };
    }

    private Uni<Void> run(String sql, Instant from, Instant to) {
        return pool.preparedQuery(sql).execute(Tuple.of(time(from), time(to))).replaceWithVoid();
    }

    @Override
    public Uni<Optional<Instant>> first(Step step) {
        return edge("min", step);
    }

    @Override
    public Uni<Optional<Instant>> last(Step step) {
        return edge("max", step);
    }

    private Uni<Optional<Instant>> edge(String which, Step step) {
        return pool.query("select %s(at) from %s".formatted(which, table(step)))
                .execute()
                .map(
                        rows ->
                                Optional.ofNullable(rows.iterator().next().getOffsetDateTime(0))
                                        .map(OffsetDateTime::toInstant));
    }

    @Override
    public Uni<Integer> forget(Step step, Instant before, int limit) {
        String sql =
                "delete from %1$s where ctid = any(array(select ctid from %1$s where at < $1 order by at limit $2))"
                        .formatted(table(step));
        return pool.preparedQuery(sql).execute(Tuple.of(time(before), limit)).map(RowSet::rowCount);
    }

    @Override
    public Uni<List<Point>> series(Step step, Optional<ServerId> server, Instant from, Instant to) {
        String sql =
                step == Step.FIVE_MINUTES
                        ? SERIES.formatted(NOW, NOW, table(step))
                        : SERIES.formatted("users_max", MEAN, table(step));
        return pool.preparedQuery(sql)
                .execute(Tuple.of(time(from), time(to), server.map(ServerId::value).orElse(null)))
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(PostgresServerSamples::point)
                                        .toList());
    }

    private static Point point(Row row) {
        return new Point(
                row.getOffsetDateTime("at").toInstant(),
                row.getLong("bytes"),
                row.getLong("users_max"),
                row.getLong("users_mean"));
    }

    private static OffsetDateTime time(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
