package io.cybervpn.infrastructure.provisioning.postgres;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cybervpn.domain.catalogue.Resources;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.domain.provisioning.model.Access;
import io.cybervpn.domain.provisioning.model.TrafficReading;
import io.cybervpn.domain.provisioning.repository.Accesses;
import io.cybervpn.infrastructure.shared.JsonRows;
import io.cybervpn.infrastructure.shared.ResourceColumn;
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
import org.jspecify.annotations.Nullable;

/**
 * The access table. Whoever claims a row takes its due time away and leaves a lease; so a hint that
 * sets a due time meanwhile is seen after the lease, and a lease that ran out is due by itself.
 */
@Singleton
final class PostgresAccesses implements Accesses {
    private static final UUID FIRST = new UUID(0, 0);
    private static final String RECHECK =
            """
            update access set next_attempt_at = :now
            where id = any (cast(string_to_array(:ids, ',') as uuid[]))
              and status = 'ready' and attempts = 0 and busy_since is null""";
    private static final String SIGHTED =
            """
            update access a set seen_at = :at, used_traffic_bytes = seen.used,
                lifetime_traffic_bytes = seen.lifetime, traffic_reset_at = seen.reset
            from jsonb_to_recordset(cast(cast(:seen as text) as jsonb)) as seen(id uuid,
                used bigint, lifetime bigint, reset timestamptz)
            where a.id = seen.id and coalesce(a.seen_panel_id, a.panel_id) = :panel""";
    private static final String IS_UNSEEN =
            """
            where coalesce(seen_panel_id, panel_id) = :panel
              and status = 'ready' and attempts = 0 and busy_since is null
              and updated_at < :since
              and (seen_at is null or seen_at < :since)""";
    private static final String RECHECK_UNSEEN =
            "update access set next_attempt_at = :now " + IS_UNSEEN;
    private static final String UNSEEN = "select id from access " + IS_UNSEEN + " limit :limit";

    private final AccessMeter meter;

    @Inject
    PostgresAccesses(AccessMeter meter) {
        this.meter = meter;
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
    public Uni<List<Access>> lockAt(PanelId panel, Optional<AccessId> after, int limit) {
        return inSession(
                        session ->
                                session.createNativeQuery(AccessSql.LOCK_AT, AccessRow.class)
                                        .setParameter("panel", panel.value())
                                        .setParameter(
                                                "after", after.map(AccessId::value).orElse(FIRST))
                                        .setParameter("limit", limit)
                                        .getResultList())
                .map(PostgresAccesses::accesses);
    }

    @Override
    public Uni<Boolean> add(Access.Pending access, Instant now) {
        AccessRow row = AccessRows.row(access, now);
        Resources resources = access.desire().spec().entitlement().resources();
        return inSession(session -> insert(session, row, resources)).map(inserted -> inserted == 1);
    }

    private static Uni<Integer> insert(Mutiny.Session session, AccessRow row, Resources resources) {
        return session.createNativeQuery(AccessSql.ADD)
                .setParameter("id", row.id)
                .setParameter("account", row.accountId)
                .setParameter("username", row.username)
                .setParameter("enabled", row.enabled)
                .setParameter("expireAt", row.expireAt)
                .setParameter("traffic", row.trafficLimitBytes)
                .setParameter("reset", row.trafficReset)
                .setParameter("devices", row.deviceLimit)
                .setParameter("groups", row.serverGroups)
                .setParameter("resources", ResourceColumn.text(resources))
                .setParameter("generation", row.generation)
                .setParameter("status", row.status)
                .setParameter("due", row.nextAttemptAt)
                .setParameter("panel", row.panelId)
                .setParameter("now", row.createdAt)
                .executeUpdate();
    }

    @Override
    public Uni<Void> save(Access.Pending access, Instant now) {
        return change(access.desire().id(), row -> AccessRows.write(access, row, now));
    }

    @Override
    public Uni<List<Access>> claim(PanelId panel, int limit, Instant now, Duration lease) {
        return inSession(session -> due(session, panel, limit, now))
                .invoke(rows -> rows.forEach(row -> lease(row, now.plus(lease))))
                .map(PostgresAccesses::accesses);
    }

    private static Uni<List<AccessRow>> due(
            Mutiny.Session session, PanelId panel, int limit, Instant now) {
        return session.createNativeQuery(AccessSql.DUE, AccessRow.class)
                .setParameter("panel", panel.value())
                .setParameter("now", now)
                .setParameter("limit", limit)
                .getResultList();
    }

    private static void lease(AccessRow row, Instant until) {
        row.leaseUntil = until;
        row.nextAttemptAt = null;
    }

    /** In the session, where whoever settles has read and locked the row. */
    @Override
    public Uni<Void> release(AccessId id, Instant dueAt) {
        return change(
                id,
                row -> {
                    row.leaseUntil = null;
                    row.nextAttemptAt = earlier(row.nextAttemptAt, dueAt);
                });
    }

    private static Instant earlier(@Nullable Instant hinted, Instant dueAt) {
        return hinted != null && hinted.isBefore(dueAt) ? hinted : dueAt;
    }

    @Override
    public Uni<Void> settle(Access access, Instant now) {
        meter.settled(access);
        return change(
                access.desire().id(),
                row -> {
                    AccessRows.write(access, row, now);
                    row.leaseUntil = null;
                });
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
    public Uni<Void> sighted(PanelId panel, List<Usage> usages, Instant at) {
        if (usages.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return inSession(
                        session ->
                                session.createNativeQuery(SIGHTED)
                                        .setParameter("at", at)
                                        .setParameter("panel", panel.value())
                                        .setParameter("seen", rows(usages).toString())
                                        .executeUpdate())
                .replaceWithVoid();
    }

    @Override
    public Uni<Integer> recheckUnseen(PanelId panel, Instant since, Instant now) {
        return inSession(
                session ->
                        session.createNativeQuery(RECHECK_UNSEEN)
                                .setParameter("panel", panel.value())
                                .setParameter("now", now)
                                .setParameter("since", since)
                                .executeUpdate());
    }

    @Override
    public Uni<List<AccessId>> unseen(PanelId panel, Instant since, int limit) {
        return inSession(
                        session ->
                                session.createNativeQuery(UNSEEN, UUID.class)
                                        .setParameter("panel", panel.value())
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
