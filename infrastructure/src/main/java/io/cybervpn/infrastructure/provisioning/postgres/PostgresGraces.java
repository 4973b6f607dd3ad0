package io.cybervpn.infrastructure.provisioning.postgres;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.GraceReason;
import io.cybervpn.domain.provisioning.model.Grace;
import io.cybervpn.domain.provisioning.repository.Graces;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The table access_grace. */
@Singleton
final class PostgresGraces implements Graces {
    private static final String COLUMNS =
            """
            select reason, end_at, period, begun_at, until, traffic_bytes,
                array_to_string(server_groups, chr(10)), base_bytes, owed_traffic_bytes, closed_at
            from access_grace where access_id = :access""";
    private static final String OF =
            COLUMNS + " order by begun_at desc, occasion desc limit " + OF_ACCESS_MAX;
    private static final String OPEN =
            COLUMNS + " and closed_at is null order by begun_at desc, occasion desc limit 1";
    private static final String PUT =
            """
            insert into access_grace (access_id, reason, occasion, end_at, period, begun_at, until,
                traffic_bytes, server_groups, base_bytes, owed_traffic_bytes, closed_at)
            values (:access, :reason, :occasion, :end, :period, :begun, :until, :traffic,
                string_to_array(cast(:groups as text), chr(10)), :base, cast(:owed as bigint),
                cast(:closed as timestamptz))
            on conflict (access_id, reason, occasion) do update set period = excluded.period,
                closed_at = excluded.closed_at""";
    private static final String DUE =
            """
            select a.id, a.account_id, g.begun_at
            from access_grace g join access a on a.id = g.access_id
                left join traffic_meter m on m.access_id = g.access_id
            where g.closed_at is null and (g.until <= :now or m.period > g.period)
                and (g.begun_at, g.access_id) > (:begun, :after)
            order by g.begun_at, g.access_id limit :limit""";

    @Override
    public Uni<List<Grace>> of(AccessId access) {
        return list(OF, access);
    }

    @Override
    public Uni<Optional<Grace>> open(AccessId access) {
        return list(OPEN, access).map(found -> found.stream().findFirst());
    }

    private static Uni<List<Grace>> list(String statement, AccessId access) {
        return inSession(
                        db ->
                                db.createNativeQuery(statement, Object[].class)
                                        .setParameter("access", access.value())
                                        .getResultList())
                .map(rows -> rows.stream().map(PostgresGraces::grace).toList());
    }

    @Override
    public Uni<Void> put(AccessId access, Grace grace) {
        return inSession(
                        db ->
                                db.createNativeQuery(PUT)
                                        .setParameter("access", access.value())
                                        .setParameter("reason", grace.reason().code())
                                        .setParameter("occasion", occasion(grace))
                                        .setParameter("end", grace.end())
                                        .setParameter("period", grace.period())
                                        .setParameter("begun", grace.begunAt())
                                        .setParameter("until", grace.until())
                                        .setParameter("traffic", grace.trafficBytes())
                                        .setParameter(
                                                "groups", String.join("\n", grace.serverGroups()))
                                        .setParameter("base", grace.baseBytes())
                                        .setParameter("owed", AccessRows.amount(grace.owed()))
                                        .setParameter("closed", grace.closedAt().orElse(null))
                                        .executeUpdate())
                .replaceWithVoid();
    }

    /** What it is given once for. */
    private static long occasion(Grace grace) {
        return switch (grace.reason()) {
            case END -> ChronoUnit.MICROS.between(Instant.EPOCH, grace.end());
            case LIMIT -> grace.period();
        };
    }

    @Override
    public Uni<List<Due>> due(Instant now, Mark after, int limit) {
        return inSession(
                        db ->
                                db.createNativeQuery(DUE, Object[].class)
                                        .setParameter("now", now)
                                        .setParameter("begun", after.begunAt())
                                        .setParameter("after", after.access().value())
                                        .setParameter("limit", limit)
                                        .getResultList())
                .map(rows -> rows.stream().map(PostgresGraces::due).toList());
    }

    private static Due due(Object[] row) {
        return new Due(new AccessId((UUID) row[0]), new AccountId((UUID) row[1]), instant(row[2]));
    }

    private static Grace grace(@Nullable Object[] row) {
        return new Grace(
                GraceReason.valueOf(((String) required(row[0])).toUpperCase(Locale.ROOT)),
                instant(required(row[1])),
                (Integer) required(row[2]),
                instant(required(row[3])),
                instant(required(row[4])),
                (Long) required(row[5]),
                groups((String) required(row[6])),
                (Long) required(row[7]),
                AccessRows.limit((Long) row[8]),
                Optional.ofNullable(row[9]).map(PostgresGraces::instant));
    }

    /** Names have no line breaks. */
    private static List<String> groups(String lines) {
        return lines.isEmpty() ? List.of() : List.of(lines.split("\n", -1));
    }

    private static Object required(@Nullable Object value) {
        return Optional.ofNullable(value)
                .orElseThrow(() -> new IllegalStateException("a grace lacks a value"));
    }

    private static Instant instant(Object value) {
        return value instanceof OffsetDateTime at ? at.toInstant() : (Instant) value;
    }

    private static <T> Uni<T> inSession(Function<Mutiny.Session, Uni<T>> work) {
        return Panache.getSession().chain(work::apply);
    }
}
