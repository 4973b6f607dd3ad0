package io.cybervpn.infrastructure.provisioning.postgres;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.model.Sight;
import io.cybervpn.domain.provisioning.model.TrafficMeter;
import io.cybervpn.domain.provisioning.model.TrafficReading;
import io.cybervpn.domain.provisioning.repository.TrafficMeters;
import io.cybervpn.infrastructure.shared.EntityColumns;
import io.cybervpn.infrastructure.shared.JsonRows;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The tables traffic_meter and traffic_day, a batch by two statements. */
@Singleton
final class PostgresTrafficMeters implements TrafficMeters {
    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final String TURN = "select id from traffic_turn where id = 1 for update";
    private static final String METER =
            """
            m.used_bytes, m.lifetime_bytes, m.reset_at, m.total_bytes, m.period, m.period_since,
            m.told_limit_bytes, m.told_percent""";
    private static final String UNCOUNTED =
            """
            select %s,
                a.id, a.account_id,
                case when g.access_id is null then a.traffic_limit_bytes else g.owed_traffic_bytes end,
                a.enabled and a.expire_at > :now and g.access_id is null,
                a.used_traffic_bytes, a.lifetime_traffic_bytes, a.traffic_reset_at
            from access a left join traffic_meter m on m.access_id = a.id
                left join lateral (select o.access_id, o.owed_traffic_bytes from access_grace o
                    where o.access_id = a.id and o.closed_at is null
                    order by o.begun_at desc limit 1) g on true
            where a.id > :after and a.used_traffic_bytes is not null
              and (m.access_id is null
                or m.used_bytes <> a.used_traffic_bytes
                or m.lifetime_bytes is distinct from a.lifetime_traffic_bytes
                or m.reset_at is distinct from a.traffic_reset_at
                or m.told_limit_bytes is distinct from
                    case when g.access_id is null then a.traffic_limit_bytes else g.owed_traffic_bytes end)
            order by a.id limit :limit"""
                    .formatted(METER);
    private static final String FIND =
            "select " + METER + " from traffic_meter m where m.access_id = :access";
    private static final String KEEP =
            """
            insert into traffic_meter (access_id, used_bytes, lifetime_bytes, reset_at, total_bytes,
                period, period_since, told_limit_bytes, told_percent, updated_at)
            select r.access, r.used, r.lifetime, r.reset, r.total, r.period, r.since, r.told_limit,
                r.told, :now
            from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as r(access uuid,
                used bigint, lifetime bigint, reset timestamptz, total bigint, period integer,
                since timestamptz, told_limit bigint, told integer)
            on conflict (access_id) do update set used_bytes = excluded.used_bytes,
                lifetime_bytes = excluded.lifetime_bytes, reset_at = excluded.reset_at,
                total_bytes = excluded.total_bytes, period = excluded.period,
                period_since = excluded.period_since, told_limit_bytes = excluded.told_limit_bytes,
                told_percent = excluded.told_percent, updated_at = excluded.updated_at""";
    private static final String ADD =
            """
            insert into traffic_day (access_id, day, bytes)
            select r.access, :day, r.bytes
            from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as r(access uuid, bytes bigint)
            where r.bytes > 0
            on conflict (access_id, day) do update set bytes = traffic_day.bytes + excluded.bytes""";
    private static final String DAYS =
            """
            select day, bytes from traffic_day
            where access_id = :access and day between :first and :last order by day""";
    private static final String RESET_TURN =
            """
            update traffic_turn set resets_checked_at = :now
            where id = 1 and resets_checked_at <= :latest""";
    private static final String FORGOTTEN =
            """
            select %s from access a join traffic_meter m on m.access_id = a.id
            where a.traffic_reset = 'month' and a.status = 'ready' and a.attempts = 0
              and a.enabled and a.expire_at > :now and a.used_traffic_bytes > 0
              and m.period_since < :since
              and (a.traffic_reset_at is null or a.traffic_reset_at < :since)
            order by a.id limit :limit"""
                    .formatted(EntityColumns.of("a", AccessRow.COLUMNS));
    private static final String FORGET =
            """
            delete from traffic_day where ctid = any (array(
                select ctid from traffic_day where day < :before limit :limit))""";
    private static final String FORGET_OF =
            """
            delete from traffic_day
            where access_id in (select id from access where account_id = :account)""";

    @Override
    public Uni<Void> takeTurn() {
        return inSession(db -> db.createNativeQuery(TURN, Integer.class).getResultList())
                .replaceWithVoid();
    }

    @Override
    public Uni<List<Uncounted>> uncounted(Optional<AccessId> after, int limit, Instant now) {
        return inSession(
                        db ->
                                db.createNativeQuery(UNCOUNTED, Object[].class)
                                        .setParameter(
                                                "after",
                                                after.map(AccessId::value).orElse(BEFORE_ALL))
                                        .setParameter("limit", limit)
                                        .setParameter("now", now)
                                        .getResultList())
                .map(rows -> rows.stream().map(PostgresTrafficMeters::uncounted).toList());
    }

    private static Uncounted uncounted(Object[] row) {
        return new Uncounted(
                new AccessId((UUID) required(row[8])),
                new AccountId((UUID) required(row[9])),
                AccessRows.limit((Long) row[10]),
                (Boolean) required(row[11]),
                reading(row[12], row[13], row[14]),
                Optional.ofNullable(row[0]).map(_ -> meter(row)));
    }

    private static TrafficMeter meter(Object[] row) {
        return new TrafficMeter(
                reading(row[0], row[1], row[2]),
                (Long) required(row[3]),
                (Integer) required(row[4]),
                instant(required(row[5])),
                new TrafficMeter.Told(AccessRows.limit((Long) row[6]), (Integer) required(row[7])));
    }

    private static TrafficReading reading(
            @Nullable Object used, @Nullable Object lifetime, @Nullable Object reset) {
        return new TrafficReading(
                (Long) required(used),
                Optional.ofNullable((Long) lifetime),
                Optional.ofNullable(reset).map(PostgresTrafficMeters::instant));
    }

    private static Object required(@Nullable Object value) {
        return Optional.ofNullable(value)
                .orElseThrow(() -> new IllegalStateException("a meter lacks a value"));
    }

    private static Instant instant(Object value) {
        return value instanceof OffsetDateTime at ? at.toInstant() : (Instant) value;
    }

    @Override
    public Uni<Void> keep(List<Kept> kept, LocalDate day, Instant now) {
        return kept.isEmpty()
                ? Uni.createFrom().voidItem()
                : keepMeters(kept, now).chain(() -> addToDay(kept, day));
    }

    private static Uni<Void> keepMeters(List<Kept> kept, Instant now) {
        JsonRows rows = new JsonRows();
        kept.forEach(one -> put(one, rows));
        return inSession(
                        db ->
                                db.createNativeQuery(KEEP)
                                        .setParameter("rows", rows.toString())
                                        .setParameter("now", now)
                                        .executeUpdate())
                .replaceWithVoid();
    }

    private static void put(Kept one, JsonRows rows) {
        TrafficMeter meter = one.meter();
        TrafficReading last = meter.last();
        rows.add()
                .put("access", one.access().value().toString())
                .put("used", last.usedBytes())
                .put("lifetime", last.lifetimeBytes().orElse(null))
                .put("reset", last.resetAt().map(Instant::toString).orElse(null))
                .put("total", meter.totalBytes())
                .put("period", meter.period())
                .put("since", meter.periodSince().toString())
                .put("told_limit", AccessRows.amount(meter.told().limit()))
                .put("told", meter.told().percent());
    }

    private static Uni<Void> addToDay(List<Kept> kept, LocalDate day) {
        JsonRows rows = new JsonRows();
        kept.forEach(
                one ->
                        rows.add()
                                .put("access", one.access().value().toString())
                                .put("bytes", one.deltaBytes()));
        return inSession(
                        db ->
                                db.createNativeQuery(ADD)
                                        .setParameter("rows", rows.toString())
                                        .setParameter("day", day)
                                        .executeUpdate())
                .replaceWithVoid();
    }

    @Override
    public Uni<Optional<TrafficMeter>> find(AccessId access) {
        return inSession(
                        db ->
                                db.createNativeQuery(FIND, Object[].class)
                                        .setParameter("access", access.value())
                                        .getResultList())
                .map(rows -> rows.stream().map(PostgresTrafficMeters::meter).findFirst());
    }

    @Override
    public Uni<List<Day>> days(AccessId access, LocalDate first, LocalDate last) {
        return inSession(
                        db ->
                                db.createNativeQuery(DAYS, Object[].class)
                                        .setParameter("access", access.value())
                                        .setParameter("first", first)
                                        .setParameter("last", last)
                                        .getResultList())
                .map(
                        rows ->
                                rows.stream()
                                        .map(row -> new Day((LocalDate) row[0], (Long) row[1]))
                                        .toList());
    }

    @Override
    public Uni<Boolean> takeResetTurn(Instant now, Duration every) {
        return inSession(
                        db ->
                                db.createNativeQuery(RESET_TURN)
                                        .setParameter("now", now)
                                        .setParameter("latest", now.minus(every))
                                        .executeUpdate())
                .map(rows -> rows == 1);
    }

    @Override
    public Uni<List<Forgotten>> forgottenResets(Instant since, Instant now, int limit) {
        return inSession(
                        db ->
                                db.createNativeQuery(FORGOTTEN, AccessRow.class)
                                        .setParameter("since", since)
                                        .setParameter("now", now)
                                        .setParameter("limit", limit)
                                        .getResultList())
                .map(rows -> rows.stream().flatMap(PostgresTrafficMeters::forgotten).toList());
    }

    private static Stream<Forgotten> forgotten(AccessRow row) {
        return AccessRows.access(row).sight() instanceof Sight.Seen(var _, var user)
                ? Stream.of(new Forgotten(new AccessId(row.id), user))
                : Stream.empty();
    }

    @Override
    public Uni<Integer> forgetDays(LocalDate before, int limit) {
        return inSession(
                db ->
                        db.createNativeQuery(FORGET)
                                .setParameter("before", before)
                                .setParameter("limit", limit)
                                .executeUpdate());
    }

    @Override
    public Uni<Void> forgetOf(AccountId account) {
        return inSession(
                        db ->
                                db.createNativeQuery(FORGET_OF)
                                        .setParameter("account", account.value())
                                        .executeUpdate())
                .replaceWithVoid();
    }

    private static <T> Uni<T> inSession(Function<Mutiny.Session, Uni<T>> work) {
        return Panache.getSession().chain(work::apply);
    }
}
