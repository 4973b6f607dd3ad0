package io.cybervpn.infrastructure.provisioning.postgres;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.domain.provisioning.TaskId;
import io.cybervpn.domain.provisioning.TaskKind;
import io.cybervpn.domain.provisioning.TaskState;
import io.cybervpn.domain.provisioning.model.StaffTask;
import io.cybervpn.domain.provisioning.repository.StaffTasks;
import io.cybervpn.infrastructure.shared.Conditions;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.hibernate.reactive.mutiny.Mutiny;

/** The table staff_task, by plain statements. */
@Singleton
final class PostgresStaffTasks implements StaffTasks {
    private static final String LISTED =
            "select "
                    + StaffTaskRows.COLUMNS
                    + ", a.account_id from staff_task t join access a on a.id = t.access_id where ";
    private static final String HELD =
            "select " + StaffTaskRows.COLUMNS + " from staff_task t where ";
    private static final String ADD =
            """
            insert into staff_task (id, panel_id, access_id, kind, wish, version, state, opened_at,
                assignee, closed_at, closed_by, reason)
            values (:id, :panel, :access, :kind, cast(cast(:wish as text) as jsonb), :version, :state, :openedAt,
                cast(nullif(:assignee, '') as uuid), cast(nullif(:closedAt, '') as timestamptz),
                cast(nullif(:closedBy, '') as uuid), :reason)""";
    private static final String SAVE =
            """
            update staff_task set kind = :kind, wish = cast(cast(:wish as text) as jsonb), version = :version,
                state = :state, assignee = cast(nullif(:assignee, '') as uuid),
                closed_at = cast(nullif(:closedAt, '') as timestamptz),
                closed_by = cast(nullif(:closedBy, '') as uuid), reason = :reason
            where id = :id""";
    private static final String TAKE_OVERDUE =
            """
            update staff_task t set overdue_told_at = :now, told_at = coalesce(t.told_at, :now)
            from (select id from staff_task
                  where state = 'open' and overdue_told_at is null and opened_at <= :until
                  order by opened_at limit :limit for update skip locked) late
            where t.id = late.id returning t.id""";
    private static final String TAKE_FRESH =
            """
            update staff_task t set told_at = :now
            from (select id from staff_task
                  where state = 'open' and told_at is null and assignee is null
                  order by opened_at limit :limit for update skip locked) fresh
            where t.id = fresh.id returning t.id""";
    private static final String BACKLOG =
            """
            select count(*) as open, min(t.opened_at) as oldest
            from staff_task t join access a on a.id = t.access_id where t.state = 'open'""";

    private final Pool pool;

    @Inject
    PostgresStaffTasks(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Optional<Listed>> find(TaskId id) {
        return inSession(
                        db ->
                                db.createNativeQuery(LISTED + "t.id = :id", Object[].class)
                                        .setParameter("id", id.value())
                                        .getResultList())
                .map(rows -> rows.stream().map(PostgresStaffTasks::listed).findFirst());
    }

    @Override
    public Uni<Optional<StaffTask>> lock(TaskId id) {
        return inSession(
                        db ->
                                db.createNativeQuery(HELD + "t.id = :id for update", Object[].class)
                                        .setParameter("id", id.value())
                                        .getResultList())
                .map(rows -> rows.stream().map(StaffTaskRows::task).findFirst());
    }

    @Override
    public Uni<Optional<StaffTask>> lockOpen(PanelId panel, AccessId access) {
        return inSession(
                        db ->
                                db.createNativeQuery(
                                                HELD
                                                        + "t.panel_id = :panel and t.access_id ="
                                                        + " :access and t.state = 'open' for update",
                                                Object[].class)
                                        .setParameter("panel", panel.value())
                                        .setParameter("access", access.value())
                                        .getResultList())
                .map(rows -> rows.stream().map(StaffTaskRows::task).findFirst());
    }

    @Override
    public Uni<Void> add(StaffTask task) {
        return inSession(
                        db ->
                                StaffTaskRows.fill(db.createNativeQuery(ADD), task)
                                        .setParameter("panel", task.panel().value())
                                        .setParameter("access", task.access().value())
                                        .setParameter("openedAt", task.openedAt())
                                        .executeUpdate())
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> save(StaffTask task) {
        return inSession(db -> StaffTaskRows.fill(db.createNativeQuery(SAVE), task).executeUpdate())
                .replaceWithVoid();
    }

    @Override
    public Uni<List<Listed>> list(Filter filter, Optional<TaskId> after, int limit) {
        Conditions conditions = conditions(filter, after);
        String sql =
                "%s%s order by t.id limit %s"
                        .formatted(LISTED, conditions.text(), conditions.next(limit));
        return pool.preparedQuery(sql)
                .execute(conditions.parameters())
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(PostgresStaffTasks::listed)
                                        .toList());
    }

    private static Conditions conditions(Filter filter, Optional<TaskId> after) {
        Conditions all = new Conditions();
        all.oneOf(
                "t.state",
                filter.states().stream().map(TaskState::code).collect(Collectors.toSet()));
        all.oneOf(
                "t.kind", filter.kinds().stream().map(TaskKind::code).collect(Collectors.toSet()));
        filter.panel().ifPresent(id -> all.add("t.panel_id = " + all.next(id.value())));
        filter.assignee().ifPresent(id -> all.add("t.assignee = " + all.next(id.value())));
        if (filter.unassigned()) {
            all.add("t.assignee is null");
        }
        all.between("t.opened_at", Optional.empty(), filter.openedBefore());
        after.ifPresent(id -> all.add("t.id > " + all.next(id.value())));
        return all;
    }

    @Override
    public Uni<List<TaskId>> takeOverdue(Instant openedUntil, Instant now, int limit) {
        return inSession(
                        db ->
                                db.createNativeQuery(TAKE_OVERDUE, UUID.class)
                                        .setParameter("now", now)
                                        .setParameter("until", openedUntil)
                                        .setParameter("limit", limit)
                                        .getResultList())
                .map(PostgresStaffTasks::inOrder);
    }

    @Override
    public Uni<List<TaskId>> takeFresh(Instant now, int limit) {
        return inSession(
                        db ->
                                db.createNativeQuery(TAKE_FRESH, UUID.class)
                                        .setParameter("now", now)
                                        .setParameter("limit", limit)
                                        .getResultList())
                .map(PostgresStaffTasks::inOrder);
    }

    /** As they were opened. */
    private static List<TaskId> inOrder(List<UUID> ids) {
        return ids.stream().sorted(Comparator.comparing(UUID::toString)).map(TaskId::new).toList();
    }

    @Override
    public Uni<Backlog> backlog() {
        return pool.preparedQuery(BACKLOG)
                .execute()
                .map(rows -> rows.iterator().next())
                .map(
                        row ->
                                new Backlog(
                                        row.getLong("open"),
                                        Optional.ofNullable(row.getOffsetDateTime("oldest"))
                                                .map(OffsetDateTime::toInstant)));
    }

    private static Listed listed(Object[] row) {
        return new Listed(StaffTaskRows.task(row), new AccountId((UUID) row[12]));
    }

    private static Listed listed(Row row) {
        return new Listed(StaffTaskRows.task(row), new AccountId(row.getUUID("account_id")));
    }

    private static <T> Uni<T> inSession(Function<Mutiny.Session, Uni<T>> work) {
        return Panache.getSession().chain(work::apply);
    }
}
