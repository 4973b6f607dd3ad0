package io.cybervpn.infrastructure.server.postgres;

import io.cybervpn.application.server.port.ServerLog;
import io.cybervpn.domain.server.ServerId;
import io.cybervpn.domain.server.model.Availability;
import io.cybervpn.domain.server.model.Availability.Since;
import io.cybervpn.infrastructure.shared.JsonRows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** The log of states and the days that are made of it. */
@Singleton
final class PostgresServerLog implements ServerLog {
    private static final UUID FIRST = new UUID(0, 0);
    private static final String LOGS =
            """
            select s.id, l.at, l.state
            from (select id from server where id > $1 order by id limit $2) s
            left join lateral (
                (select at, state from server_state x where x.server_id = s.id and x.at < $3
                    order by at desc limit 1)
                union all
                (select at, state from server_state x where x.server_id = s.id and x.at >= $3)) l on true
            order by s.id, l.at""";
    private static final String LOG =
            """
            (select at, state from server_state where server_id = $1 and at < $2 order by at desc limit 1)
            union all
            (select at, state from server_state where server_id = $1 and at >= $2)
            order by at""";
    private static final String SAVE =
            """
            insert into server_day (server_id, day, up_seconds, down_seconds, maintenance_seconds,
                unknown_seconds)
            select server_id, day, up, down, maintenance, unknown
            from jsonb_to_recordset(cast(cast($1 as text) as jsonb)) as n(server_id uuid, day date,
                up integer, down integer, maintenance integer, unknown integer)
            order by day, server_id
            on conflict (day, server_id) do update set up_seconds = excluded.up_seconds,
                down_seconds = excluded.down_seconds,
                maintenance_seconds = excluded.maintenance_seconds,
                unknown_seconds = excluded.unknown_seconds""";
    private static final String DAYS =
            """
            select server_id, day, up_seconds as up, down_seconds as down,
                maintenance_seconds as maintenance, unknown_seconds as unknown
            from server_day where server_id = $1 and day >= $2 order by day""";
    private static final String COUNTRY_DAYS =
            """
            select coalesce(s.country, '') as country, d.day, sum(d.up_seconds)::bigint as up,
                sum(d.down_seconds)::bigint as down,
                sum(d.maintenance_seconds)::bigint as maintenance,
                sum(d.unknown_seconds)::bigint as unknown
            from server_day d join server s on s.id = d.server_id
            where d.day >= $1 and not s.hidden and s.gone_since is null
            group by 1, 2""";
    private static final String FORGET_LINES =
            """
            delete from server_state where ctid = any(array(
                select x.ctid from server_state x where x.at < $1 and exists (select 1
                    from server_state y where y.server_id = x.server_id and y.at > x.at and y.at < $1)
                limit $2))""";
    private static final String FORGET_DAYS =
            """
            delete from server_day where ctid = any(array(
                select ctid from server_day where day < $1 limit $2))""";

    private final Pool pool;

    @Inject
    PostgresServerLog(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<Log>> logs(Optional<ServerId> after, int limit, Instant from) {
        return pool.preparedQuery(LOGS)
                .execute(
                        Tuple.of(
                                after.map(ServerId::value).orElse(FIRST),
                                limit,
                                from.atOffset(ZoneOffset.UTC)))
                .map(PostgresServerLog::logs);
    }

    private static List<Log> logs(RowSet<Row> rows) {
        Map<UUID, List<Since>> lines = new LinkedHashMap<>();
        for (Row row : rows) {
            List<Since> of = lines.computeIfAbsent(row.getUUID("id"), _ -> new ArrayList<>());
            if (row.getValue("at") != null) {
                of.add(since(row));
            }
        }
        return lines.entrySet().stream()
                .map(entry -> new Log(new ServerId(entry.getKey()), entry.getValue()))
                .toList();
    }

    private static Since since(Row row) {
        return new Since(row.getOffsetDateTime("at").toInstant(), row.getString("state"));
    }

    @Override
    public Uni<List<Since>> log(ServerId server, Instant from) {
        return pool.preparedQuery(LOG)
                .execute(Tuple.of(server.value(), from.atOffset(ZoneOffset.UTC)))
                .map(rows -> list(rows, PostgresServerLog::since));
    }

    @Override
    public Uni<Void> save(List<Day> days) {
        JsonRows rows = new JsonRows();
        days.forEach(
                day ->
                        rows.add()
                                .put("server_id", day.server().value().toString())
                                .put("day", day.day().toString())
                                .put("up", day.parts().up())
                                .put("down", day.parts().down())
                                .put("maintenance", day.parts().maintenance())
                                .put("unknown", day.parts().unknown()));
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : pool.preparedQuery(SAVE).execute(Tuple.of(rows.toString())).replaceWithVoid();
    }

    @Override
    public Uni<Optional<LocalDate>> lastDay() {
        return pool.query("select max(day) from server_day")
                .execute()
                .map(rows -> Optional.ofNullable(rows.iterator().next().getLocalDate(0)));
    }

    @Override
    public Uni<List<Day>> days(ServerId server, LocalDate from) {
        return pool.preparedQuery(DAYS)
                .execute(Tuple.of(server.value(), from))
                .map(
                        rows ->
                                list(
                                        rows,
                                        row ->
                                                new Day(
                                                        server,
                                                        row.getLocalDate("day"),
                                                        parts(row))));
    }

    @Override
    public Uni<List<CountryDay>> countryDays(LocalDate from) {
        return pool.preparedQuery(COUNTRY_DAYS)
                .execute(Tuple.of(from))
                .map(
                        rows ->
                                list(
                                        rows,
                                        row ->
                                                new CountryDay(
                                                        row.getString("country"),
                                                        row.getLocalDate("day"),
                                                        parts(row))));
    }

    private static Availability parts(Row row) {
        return new Availability(
                row.getLong("up"),
                row.getLong("down"),
                row.getLong("maintenance"),
                row.getLong("unknown"));
    }

    private static <T> List<T> list(RowSet<Row> rows, Function<Row, T> read) {
        return StreamSupport.stream(rows.spliterator(), false).map(read).toList();
    }

    @Override
    public Uni<Integer> forgetLines(Instant before, int limit) {
        return pool.preparedQuery(FORGET_LINES)
                .execute(Tuple.of(before.atOffset(ZoneOffset.UTC), limit))
                .map(RowSet::rowCount);
    }

    @Override
    public Uni<Integer> forgetDays(LocalDate before, int limit) {
        return pool.preparedQuery(FORGET_DAYS)
                .execute(Tuple.of(before, limit))
                .map(RowSet::rowCount);
    }
}
