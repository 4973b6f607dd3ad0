package io.cybervpn.infrastructure.subscription.postgres;

import io.cybervpn.application.subscription.BulkJob;
import io.cybervpn.application.subscription.BulkJobs;
import io.cybervpn.application.subscription.BulkTarget;
import io.cybervpn.application.subscription.SubscriptionRecords.Filter;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.subscription.SubscriptionStatus;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Bulk jobs in the session of the open unit of work. */
@Singleton
final class PostgresBulkJobs implements BulkJobs {
    private static final String MATCHING =
            """
            from subscription
            where (cast(:statuses as text) is null or status = any(string_to_array(cast(:statuses as text), ',')))
                and (cast(:account as uuid) is null or account_id = cast(:account as uuid))
                and (cast(:plan as uuid) is null or plan_id = cast(:plan as uuid))
                and (cast(:from as timestamptz) is null or expire_at >= cast(:from as timestamptz))
                and (cast(:to as timestamptz) is null or expire_at < cast(:to as timestamptz))
            """;
    private static final String SUBSCRIPTIONS =
            "select id " + MATCHING + "order by id limit :limit";
    private static final String CUSTOMERS =
            "select distinct account_id " + MATCHING + "order by account_id limit :limit";
    private static final String ADD =
            """
            insert into bulk_job (id, staff_id, key, action, days, time_runs, plan_id, reason, state,
                total, created_at)
            values (:id, :staff, :key, :action, cast(:days as integer), cast(:runs as boolean),
                cast(:plan as uuid), :reason, 'running', :total, :at)
            on conflict (key) do nothing""";
    private static final String FILL =
            """
            insert into bulk_job_row (job_id, position, subject, state, detail)
            select cast(:job as uuid), row_number() over (order by n) - 1, cast(subject as uuid), 'waiting', ''
            from unnest(string_to_array(cast(:subjects as text), ',')) with ordinality s (subject, n)
            """;
    private static final String JOB =
            """
            select id, staff_id, key, action, days, time_runs, plan_id, reason, state, total,
                created_at, ended_at
            from bulk_job where\s""";
    private static final String PROGRESS =
            """
            select count(*) filter (where state = 'waiting'), count(*) filter (where state = 'done'),
                count(*) filter (where state = 'refused'), count(*) filter (where state = 'failed'),
                count(*) filter (where state = 'cancelled')
            from bulk_job_row where job_id = :job""";
    private static final String ROWS =
            """
            select position, subject, state, detail, at from bulk_job_row
            where job_id = :job and position > :after
                and (cast(:state as text) is null or state = cast(:state as text))
            order by position limit :limit""";
    private static final String DUE =
            """
            select r.job_id, r.position from bulk_job_row r join bulk_job j on j.id = r.job_id
            where j.state = 'running' and r.state = 'waiting'
                and (r.not_before is null or r.not_before <= :now)
            order by r.job_id, r.position limit :limit""";
    private static final String LOCK =
            """
            select subject from bulk_job_row
            where job_id = :job and position = :position and state = 'waiting'
            for update skip locked""";
    private static final String MARK =
            """
            update bulk_job_row set state = :state, detail = :detail, at = :at
            where job_id = :job and position = :position""";
    private static final String PUT_OFF =
            """
            update bulk_job_row set attempts = attempts + 1, not_before = :next,
                state = case when attempts + 1 >= :max then 'failed' else state end,
                detail = case when attempts + 1 >= :max then 'error' else detail end
            where job_id = :job and position = :position and state = 'waiting'""";
    private static final String CANCEL_JOB =
            "update bulk_job set state = 'cancelled', ended_at = :at where id = :job and state = 'running'";
    private static final String CANCEL_ROWS =
            """
            update bulk_job_row set state = 'cancelled', at = :at where job_id = :job and state = 'waiting'
                and exists (select 1 from bulk_job where id = :job and state = 'cancelled')""";
    private static final String FINISH =
            """
            update bulk_job j set state = 'done', ended_at = :at where state = 'running'
                and not exists (select 1 from bulk_job_row r where r.job_id = j.id and r.state = 'waiting')""";

    @Override
    public Uni<List<UUID>> subjects(BulkTarget target, boolean customers, int limit) {
        return switch (target) {
            case BulkTarget.These(var ids) ->
                    Uni.createFrom().item(ids.stream().limit(limit).toList());
            case BulkTarget.Matching(var filter) ->
                    Panache.getSession()
                            .chain(
                                    session ->
                                            matching(
                                                            session,
                                                            customers ? CUSTOMERS : SUBSCRIPTIONS,
                                                            filter)
                                                    .setParameter("limit", limit)
                                                    .getResultList());
        };
    }

    private static Mutiny.SelectionQuery<UUID> matching(
            Mutiny.Session session, String sql, Filter filter) {
        return session.createNativeQuery(sql, UUID.class)
                .setParameter("statuses", statuses(filter))
                .setParameter("account", filter.account().map(AccountId::value).orElse(null))
                .setParameter("plan", filter.plan().map(plan -> plan.value()).orElse(null))
                .setParameter("from", filter.expireFrom().orElse(null))
                .setParameter("to", filter.expireTo().orElse(null));
    }

    private static @Nullable String statuses(Filter filter) {
        return filter.statuses().isEmpty()
                ? null
                : String.join(
                        ",", filter.statuses().stream().map(SubscriptionStatus::code).toList());
    }

    @Override
    public Uni<Boolean> add(BulkJob job, List<UUID> subjects) {
        return Panache.getSession().chain(session -> add(session, job, subjects));
    }

    private static Uni<Boolean> add(Mutiny.Session session, BulkJob job, List<UUID> subjects) {
        return insert(session, job)
                .chain(
                        inserted ->
                                inserted == 1
                                        ? fill(session, job.id(), subjects)
                                        : Uni.createFrom().item(false));
    }

    private static Uni<Integer> insert(Mutiny.Session session, BulkJob job) {
        BulkColumns columns = BulkColumns.of(job.action());
        return session.createNativeQuery(ADD)
                .setParameter("id", job.id())
                .setParameter("staff", job.staff().value())
                .setParameter("key", job.key())
                .setParameter("action", job.action().code())
                .setParameter("days", columns.days())
                .setParameter("runs", columns.timeRuns())
                .setParameter("plan", columns.plan())
                .setParameter("reason", job.reason())
                .setParameter("total", job.total())
                .setParameter("at", job.createdAt())
                .executeUpdate();
    }

    private static Uni<Boolean> fill(Mutiny.Session session, UUID job, List<UUID> subjects) {
        return session.createNativeQuery(FILL)
                .setParameter("job", job)
                .setParameter(
                        "subjects",
                        String.join(",", subjects.stream().map(UUID::toString).toList()))
                .executeUpdate()
                .replaceWith(true);
    }

    @Override
    public Uni<Optional<BulkJob>> ofKey(String key) {
        return job("key = :value", key);
    }

    @Override
    public Uni<Optional<BulkJob>> find(UUID id) {
        return job("id = :value", id);
    }

    private static Uni<Optional<BulkJob>> job(String condition, Object value) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(JOB + condition, Object[].class)
                                        .setParameter("value", value)
                                        .getResultList())
                .map(rows -> rows.stream().findFirst().map(BulkColumns::job));
    }

    @Override
    public Uni<BulkJob.Progress> progress(UUID id) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(PROGRESS, Object[].class)
                                        .setParameter("job", id)
                                        .getSingleResult())
                .map(BulkColumns::progress);
    }

    @Override
    public Uni<List<BulkJob.Row>> rows(
            UUID id, Optional<BulkJob.RowState> state, int after, int limit) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(ROWS, Object[].class)
                                        .setParameter("job", id)
                                        .setParameter("after", after)
                                        .setParameter(
                                                "state",
                                                state.map(BulkJob.RowState::code).orElse(null))
                                        .setParameter("limit", limit)
                                        .getResultList())
                .map(rows -> rows.stream().map(BulkColumns::row).toList());
    }

    @Override
    public Uni<List<BulkJob.Place>> due(Instant now, int limit) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(DUE, Object[].class)
                                        .setParameter("now", now)
                                        .setParameter("limit", limit)
                                        .getResultList())
                .map(rows -> rows.stream().map(BulkColumns::place).toList());
    }

    @Override
    public Uni<Optional<UUID>> lock(BulkJob.Place place) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(LOCK, UUID.class)
                                        .setParameter("job", place.job())
                                        .setParameter("position", place.position())
                                        .getResultList())
                .map(rows -> rows.stream().findFirst());
    }

    @Override
    public Uni<Void> mark(BulkJob.Place place, BulkJob.RowState state, String detail, Instant at) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(MARK)
                                        .setParameter("state", state.code())
                                        .setParameter("detail", detail)
                                        .setParameter("at", at)
                                        .setParameter("job", place.job())
                                        .setParameter("position", place.position())
                                        .executeUpdate())
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> putOff(BulkJob.Place place, Instant next, int triesMax) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(PUT_OFF)
                                        .setParameter("next", next)
                                        .setParameter("max", triesMax)
                                        .setParameter("job", place.job())
                                        .setParameter("position", place.position())
                                        .executeUpdate())
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> cancel(UUID id, Instant at) {
        return Panache.getSession()
                .chain(
                        session ->
                                stop(session, CANCEL_JOB, id, at)
                                        .chain(() -> stop(session, CANCEL_ROWS, id, at)))
                .replaceWithVoid();
    }

    private static Uni<Integer> stop(Mutiny.Session session, String sql, UUID id, Instant at) {
        return session.createNativeQuery(sql)
                .setParameter("at", at)
                .setParameter("job", id)
                .executeUpdate();
    }

    @Override
    public Uni<Void> finish(Instant at) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(FINISH)
                                        .setParameter("at", at)
                                        .executeUpdate())
                .replaceWithVoid();
    }
}
