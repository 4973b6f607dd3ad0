package io.cybervpn.infrastructure.payment.postgres;

import io.cybervpn.application.payment.port.GatewayFigures;
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
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Read without a session, by the indexes of time. */
@Singleton
final class PostgresGatewayFigures implements GatewayFigures {
    private static final String BEGUN =
            """
            select provider, count(*) filter (where state = 'captured') as captured,
                count(*) filter (where state = 'flagged') as flagged,
                count(*) filter (where state = 'expired') as expired,
                count(*) filter (where state = 'failed') as failed,
                count(*) filter (where state in ('created', 'unknown', 'pending')) as open
            from payment where created_at >= $1 group by provider""";

    private static final String PUSHES =
            """
            select s.source, l.received_at as last_at, d.hour, d.day, d.flagged, w.waiting, w.oldest
            from unnest($1::text[]) as s (source)
            left join lateral (select received_at from inbox i where i.source = s.source
                order by received_at desc limit 1) l on true
            cross join lateral (select count(*) as day,
                    count(*) filter (where received_at >= $2::timestamptz - interval '1 hour') as hour,
                    count(*) filter (where status = 'flagged') as flagged
                from inbox i
                where i.source = s.source and received_at >= $2::timestamptz - interval '1 day') d
            cross join lateral (select count(*) as waiting, min(received_at) as oldest
                from inbox i where i.source = s.source and status = 'received') w""";

    private final Pool pool;

    @Inject
    PostgresGatewayFigures(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Map<String, Begun>> begunSince(Instant since) {
        return pool.preparedQuery(BEGUN)
                .execute(Tuple.of(since.atOffset(ZoneOffset.UTC)))
                .map(PostgresGatewayFigures::begun);
    }

    private static Map<String, Begun> begun(RowSet<Row> rows) {
        Map<String, Begun> begun = new HashMap<>();
        rows.forEach(
                row ->
                        begun.put(
                                row.getString("provider"),
                                new Begun(
                                        row.getLong("captured"),
                                        row.getLong("flagged"),
                                        row.getLong("expired"),
                                        row.getLong("failed"),
                                        row.getLong("open"))));
        return begun;
    }

    @Override
    public Uni<Map<String, Pushes>> pushes(Set<String> sources, Instant now) {
        return pool.preparedQuery(PUSHES)
                .execute(Tuple.of(sources.toArray(String[]::new), now.atOffset(ZoneOffset.UTC)))
                .map(PostgresGatewayFigures::pushes);
    }

    private static Map<String, Pushes> pushes(RowSet<Row> rows) {
        Map<String, Pushes> pushes = new HashMap<>();
        rows.forEach(
                row ->
                        pushes.put(
                                row.getString("source"),
                                new Pushes(
                                        instant(row, "last_at"),
                                        row.getLong("hour"),
                                        row.getLong("day"),
                                        row.getLong("flagged"),
                                        row.getLong("waiting"),
                                        instant(row, "oldest"))));
        return pushes;
    }

    private static Optional<Instant> instant(Row row, String column) {
        return Optional.ofNullable(row.getOffsetDateTime(column)).map(OffsetDateTime::toInstant);
    }
}
