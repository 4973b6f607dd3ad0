package io.cybervpn.infrastructure.provisioning.postgres;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.model.Access;
import io.cybervpn.domain.provisioning.model.TrafficReading;
import io.cybervpn.domain.provisioning.repository.Accesses;
import io.cybervpn.infrastructure.shared.JsonRows;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/**
 * The access table. Whoever claims a row takes its due time away and leaves a lease; so a hint that
 * sets a due time meanwhile is seen after the lease, and a lease that ran out is due by itself.
 */
@Singleton
final class PostgresAccesses implements Accesses {
    private static final Logger LOG = Logger.getLogger(PostgresAccesses.class);

    /** A plain persist could not say "taken" without breaking the transaction. */
    private static final String ADD =
            """
            insert into access (id, account_id, username, enabled, expire_at, traffic_limit_bytes,
                traffic_reset, device_limit, server_groups, generation, status, next_attempt_at,
                created_at, updated_at)
            values (:id, :account, :username, :enabled, :expireAt, :traffic, :reset, :devices,
                :groups, :generation, :status, :due, :now, :now)
            on conflict (id) do nothing""";

    private static final String DUE =
            """
            select * from access
            where (next_attempt_at <= :now and lease_until is null) or lease_until <= :now
            order by coalesce(lease_until, next_attempt_at), id
            limit :limit for update skip locked""";
    private static final String RECHECK =
            """
            update access set next_attempt_at = :now
            where id = any (cast(string_to_array(:ids, ',') as uuid[]))
              and status = 'ready' and attempts = 0""";
    private static final String SIGHTED =
            """
            update access a set seen_at = :at, used_traffic_bytes = seen.used,
                lifetime_traffic_bytes = seen.lifetime, traffic_reset_at = seen.reset
            from jsonb_to_recordset(cast(cast(:seen as text) as jsonb)) as seen(id uuid,
                used bigint, lifetime bigint, reset timestamptz)
            where a.id = seen.id""";
    private static final String IS_UNSEEN =
            """
            where status = 'ready' and attempts = 0 and updated_at < :since
              and (seen_at is null or seen_at < :since)""";
    private static final String RECHECK_UNSEEN =
            "update access set next_attempt_at = :now " + IS_UNSEEN;
    private static final String UNSEEN = "select id from access " + IS_UNSEEN + " limit :limit";

    private final Counter parked;
    private final Counter failed;
    private final Counter brought;

    @Inject
    PostgresAccesses(MeterRegistry metrics) {
        // From the start: what first appears with a 1 has not increased, as Prometheus counts.
        this.parked = metrics.counter("cybervpn.provisioning.parked");
        this.failed = metrics.counter("cybervpn.provisioning.failed");
        this.brought = metrics.counter("cybervpn.provisioning.brought");
    }

    @Override
    public Uni<Optional<Access>> find(AccessId id) {
        return inSession(session -> session.find(AccessRow.class, id.value()))
                .map(row -> Optional.ofNullable(row).map(AccessRows::access));
    }

    @Override
    public Uni<Optional<Access>> lock(AccessId id) {
        return lockRow(id).map(row -> row.map(AccessRows::access));
    }

    @Override
    public Uni<List<Access>> findAll(Set<AccessId> ids) {
        return ids.isEmpty()
                ? Uni.createFrom().item(List.of())
                : inSession(session -> findAll(session, ids)).map(PostgresAccesses::accesses);
    }

    private static Uni<List<AccessRow>> findAll(Mutiny.Session session, Set<AccessId> ids) {
        List<UUID> values = ids.stream().map(AccessId::value).toList();
        return session.createSelectionQuery("from AccessRow where id in :ids", AccessRow.class)
                .setParameter("ids", values)
                .getResultList();
    }

    @Override
    public Uni<Boolean> add(Access.Pending access, Instant now) {
        AccessRow row = AccessRows.row(access, now);
        return inSession(session -> insert(session, row)).map(inserted -> inserted == 1);
    }

    private static Uni<Integer> insert(Mutiny.Session session, AccessRow row) {
        return session.createNativeQuery(ADD)
                .setParameter("id", row.id)
                .setParameter("account", row.accountId)
                .setParameter("username", row.username)
                .setParameter("enabled", row.enabled)
                .setParameter("expireAt", row.expireAt)
                .setParameter("traffic", row.trafficLimitBytes)
                .setParameter("reset", row.trafficReset)
                .setParameter("devices", row.deviceLimit)
                .setParameter("groups", row.serverGroups)
                .setParameter("generation", row.generation)
                .setParameter("status", row.status)
                .setParameter("due", row.nextAttemptAt)
                .setParameter("now", row.createdAt)
                .executeUpdate();
    }

    @Override
    public Uni<Void> save(Access.Pending access, Instant now) {
        return change(access.desire().id(), row -> AccessRows.write(access, row, now));
    }

    @Override
    public Uni<List<Access>> claim(int limit, Instant now, Duration lease) {
        return inSession(session -> due(session, limit, now))
                .invoke(rows -> rows.forEach(row -> lease(row, now.plus(lease))))
                .map(PostgresAccesses::accesses);
    }

    private static Uni<List<AccessRow>> due(Mutiny.Session session, int limit, Instant now) {
        return session.createNativeQuery(DUE, AccessRow.class)
                .setParameter("now", now)
                .setParameter("limit", limit)
                .getResultList();
    }

    private static void lease(AccessRow row, Instant until) {
        row.leaseUntil = until;
        row.nextAttemptAt = null;
    }

    @Override
    public Uni<Void> settle(Access access, Instant now) {
        tell(access);
        return change(
                access.desire().id(),
                row -> {
                    AccessRows.write(access, row, now);
                    row.leaseUntil = null;
                });
    }

    private void tell(Access access) {
        UUID id = access.desire().id().value();
        switch (access) {
            case Access.Parked parked -> {
                LOG.errorf("access %s is parked, staff must act: %s", id, parked.reason());
                this.parked.increment();
            }
            case Access.Failing failing -> {
                LOG.warnf(
                        "access %s failed %d times and is tried again at %s: %s",
                        id,
                        failing.setback().attempts(),
                        failing.setback().retryAt(),
                        failing.setback().error());
                this.failed.increment();
            }
            case Access.Ready _ -> brought.increment();
            case Access.Pending _ -> LOG.debugf("access %s is brought again", id);
        }
    }

    @Override
    public Uni<Integer> recheck(Set<AccessId> ids, Instant now) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(0);
        }
        return inSession(
                session ->
                        session.createNativeQuery(RECHECK)
                                .setParameter("now", now)
                                .setParameter("ids", joined(ids.stream().map(AccessId::value)))
                                .executeUpdate());
    }

    @Override
    public Uni<Void> sighted(List<Usage> usages, Instant at) {
        if (usages.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return inSession(
                        session ->
                                session.createNativeQuery(SIGHTED)
                                        .setParameter("at", at)
                                        .setParameter("seen", rows(usages).toString())
                                        .executeUpdate())
                .replaceWithVoid();
    }

    @Override
    public Uni<Integer> recheckUnseen(Instant since, Instant now) {
        return inSession(
                session ->
                        session.createNativeQuery(RECHECK_UNSEEN)
                                .setParameter("now", now)
                                .setParameter("since", since)
                                .executeUpdate());
    }

    @Override
    public Uni<List<AccessId>> unseen(Instant since, int limit) {
        return inSession(
                        session ->
                                session.createNativeQuery(UNSEEN, UUID.class)
                                        .setParameter("since", since)
                                        .setParameter("limit", limit)
                                        .getResultList())
                .map(ids -> ids.stream().map(AccessId::new).toList());
    }

    private static Uni<Void> change(AccessId id, Consumer<AccessRow> change) {
        return lockRow(id)
                .map(row -> row.orElseThrow(() -> new IllegalStateException("no access " + id)))
                .invoke(change)
                .replaceWithVoid();
    }

    private static Uni<Optional<AccessRow>> lockRow(AccessId id) {
        return inSession(
                        session ->
                                session.find(
                                        AccessRow.class,
                                        id.value(),
                                        LockModeType.PESSIMISTIC_WRITE))
                .map(Optional::ofNullable);
    }

    private static <T> Uni<T> inSession(Function<Mutiny.Session, Uni<T>> work) {
        return Panache.getSession().chain(work::apply);
    }

    private static List<Access> accesses(List<AccessRow> rows) {
        return rows.stream().map(AccessRows::access).toList();
    }

    private static JsonRows rows(List<Usage> usages) {
        JsonRows rows = new JsonRows();
        usages.forEach(usage -> put(usage, rows.add()));
        return rows;
    }

    private static void put(Usage usage, ObjectNode row) {
        TrafficReading reading = usage.reading();
        row.put("id", usage.access().value().toString())
                .put("used", reading.usedBytes())
                .put("lifetime", reading.lifetimeBytes().orElse(null))
                .put("reset", reading.resetAt().map(Instant::toString).orElse(null));
    }

    /** As text, since the driver under Hibernate binds no arrays to native statements. */
    private static String joined(Stream<?> values) {
        return values.map(Object::toString).collect(Collectors.joining(","));
    }

    @Override
    public Uni<Void> reown(AccountId from, AccountId into) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                "update access set account_id = :into"
                                                        + " where account_id = :from")
                                        .setParameter("from", from.value())
                                        .setParameter("into", into.value())
                                        .executeUpdate())
                .replaceWithVoid();
    }
}
