package io.cybervpn.infrastructure.provisioning.postgres;

import io.cybervpn.application.provisioning.imports.ImportJob;
import io.cybervpn.application.provisioning.imports.ImportJobs;
import io.cybervpn.application.subscription.BulkJob;
import io.cybervpn.domain.identity.AccountId;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The tables import_job and import_row in the session of the open unit of work. */
@Singleton
final class PostgresImportJobs implements ImportJobs {
    private static final String ADD =
            """
            insert into import_job (id, staff_id, key, source, panel_id, plan_id, account_id, locale, reason,
                state, total, created_at, shop, digest, balances, dry_run)
            values (:id, :staff, :key, :source, :panel, :plan, cast(:account as uuid), :locale, :reason,
                'running', :total, :at, cast(:shop as text), cast(:digest as text), cast(:balances as text), :dry)
            on conflict (key) do nothing""";
    private static final String FILL =
            """
            insert into import_row (job_id, position, name, data, state, detail)
            select cast(:job as uuid), n - 1, item ->> 'name', item -> 'data', 'waiting', ''
            from jsonb_array_elements(cast(cast(:rows as text) as jsonb))
                with ordinality as given (item, n)""";
    private static final String JOB =
            """
            select id, key, panel_id, plan_id, account_id, locale, staff_id, reason, state, total, created_at,
                ended_at, source, shop, digest, balances, dry_run from import_job where\s""";
    private static final String PROGRESS =
            """
            select count(*) filter (where state = 'waiting'), count(*) filter (where state = 'done'),
                count(*) filter (where state = 'refused'), count(*) filter (where state = 'failed'),
                count(*) filter (where state = 'cancelled')
            from import_row where job_id = :job""";
    private static final String ROWS =
            """
            select position, name, state, detail, account_id, subscription_id, at from import_row
            where job_id = :job and position > :after
                and (cast(:state as text) is null or state = cast(:state as text))
            order by position limit :limit""";
    private static final String DUE =
            """
            select job_id, position, name, cast(data as text) from import_row
            where job_id = :job and state = 'waiting' and (not_before is null or not_before <= :now)
            order by job_id, position limit :limit""";
    private static final String LOCK =
            """
            select position from import_row
            where job_id = :job and position = :position and state = 'waiting'
            for update skip locked""";
    private static final String MARK =
            """
            update import_row set state = :state, detail = :detail, account_id = cast(:account as uuid),
                subscription_id = cast(:subscription as uuid), data = null, at = :at
            where job_id = :job and position = :position""";
    private static final String PUT_OFF =
            """
            update import_row set attempts = attempts + 1, not_before = :next,
                state = case when attempts + 1 >= :max then 'failed' else state end,
                detail = case when attempts + 1 >= :max then 'error' else detail end
            where job_id = :job and position = :position and state = 'waiting'""";
    private static final String PAUSE =
            "update import_row set not_before = :next where job_id = :job and state = 'waiting'";
    private static final String CANCEL_JOB =
            "update import_job set state = 'cancelled', ended_at = :at where id = :job and state = 'running'";
    private static final String CANCEL_ROWS =
            """
            update import_row set state = 'cancelled', data = null, at = :at
            where job_id = :job and state = 'waiting'
                and exists (select 1 from import_job where id = :job and state = 'cancelled')""";
    private static final String FINISH =
            """
            update import_job j set state = 'done', ended_at = :at where state = 'running'
                and not exists (select 1 from import_row r where r.job_id = j.id and r.state = 'waiting')""";
    private static final String FORGET =
            "update import_row set name = null where account_id = :account and name is not null";
    private static final String REOWN =
            "update import_row set account_id = :into where account_id = :from";

    @Override
    public Uni<Boolean> add(ImportJob job, List<ImportJob.Entry> rows) {
        return change(ADD, columns(job))
                .chain(
                        stored ->
                                stored == 1
                                        ? fill(job.id(), rows).replaceWith(true)
                                        : Uni.createFrom().item(false));
    }

    private static Map<String, @Nullable Object> columns(ImportJob job) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("id", job.id());
        columns.put("staff", job.asked().staff().value());
        columns.put("key", job.key());
        columns.put("panel", job.terms().panel().value());
        columns.put("plan", job.terms().plan().value());
        columns.put("account", job.terms().owner().map(AccountId::value).orElse(null));
        columns.put("locale", job.terms().locale());
        columns.put("reason", job.asked().reason());
        columns.put("total", job.total());
        columns.put("at", job.createdAt());
        columns.putAll(ImportRows.file(job.terms().file()));
        return columns;
    }

    private static Uni<Integer> fill(UUID job, List<ImportJob.Entry> rows) {
        return change(FILL, Map.of("job", job, "rows", ImportRows.text(rows)));
    }

    @Override
    public Uni<Optional<ImportJob>> ofKey(String key) {
        return jobs(JOB + "key = :key", Map.of("key", key)).map(one -> one.stream().findFirst());
    }

    @Override
    public Uni<Optional<ImportJob>> find(UUID id) {
        return jobs(JOB + "id = :id", Map.of("id", id)).map(one -> one.stream().findFirst());
    }

    @Override
    public Uni<List<ImportJob>> latest(int limit) {
        return jobs(JOB + "true order by created_at desc, id desc limit :n", Map.of("n", limit));
    }

    @Override
    public Uni<List<ImportJob>> running(int limit) {
        return jobs(JOB + "state = 'running' order by id limit :n", Map.of("n", limit));
    }

    private static Uni<List<ImportJob>> jobs(String sql, Map<String, Object> parameters) {
        return rows(sql, parameters).map(rows -> rows.stream().map(ImportRows::job).toList());
    }

    @Override
    public Uni<BulkJob.Progress> progress(UUID id) {
        return rows(PROGRESS, Map.of("job", id)).map(rows -> ImportRows.progress(rows.getFirst()));
    }

    @Override
    public Uni<List<ImportJob.Row>> rows(
            UUID id, Optional<BulkJob.RowState> state, int after, int limit) {
        Map<String, @Nullable Object> wanted = new HashMap<>();
        wanted.put("job", id);
        wanted.put("state", state.map(BulkJob.RowState::code).orElse(null));
        wanted.put("after", after);
        wanted.put("limit", limit);
        return rows(ROWS, wanted).map(rows -> rows.stream().map(ImportRows::row).toList());
    }

    @Override
    public Uni<List<ImportJob.Turn>> due(UUID id, Instant now, int limit) {
        return rows(DUE, Map.of("job", id, "now", now, "limit", limit))
                .map(rows -> rows.stream().map(ImportRows::turn).toList());
    }

    @Override
    public Uni<Boolean> lock(BulkJob.Place place) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(LOCK, Integer.class)
                                        .setParameter("job", place.job())
                                        .setParameter("position", place.position())
                                        .getResultList())
                .map(found -> !found.isEmpty());
    }

    @Override
    public Uni<Void> mark(BulkJob.Place place, ImportJob.Outcome outcome, Instant at) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("job", place.job());
        columns.put("position", place.position());
        columns.put("at", at);
        columns.putAll(ImportRows.outcome(outcome));
        return change(MARK, columns).replaceWithVoid();
    }

    @Override
    public Uni<Void> putOff(BulkJob.Place place, Instant next, int triesMax) {
        return change(
                        PUT_OFF,
                        Map.of(
                                "job",
                                place.job(),
                                "position",
                                place.position(),
                                "next",
                                next,
                                "max",
                                triesMax))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> pause(UUID id, Instant next) {
        return change(PAUSE, Map.of("job", id, "next", next)).replaceWithVoid();
    }

    @Override
    public Uni<Void> cancel(UUID id, Instant at) {
        Map<String, Object> which = Map.of("job", id, "at", at);
        return change(CANCEL_JOB, which).chain(() -> change(CANCEL_ROWS, which)).replaceWithVoid();
    }

    @Override
    public Uni<Void> finish(Instant at) {
        return change(FINISH, Map.of("at", at)).replaceWithVoid();
    }

    @Override
    public Uni<Void> forgetOf(AccountId account) {
        return change(FORGET, Map.of("account", account.value())).replaceWithVoid();
    }

    @Override
    public Uni<Void> reown(AccountId from, AccountId into) {
        return change(REOWN, Map.of("from", from.value(), "into", into.value())).replaceWithVoid();
    }

    private static Uni<List<Object[]>> rows(
            String sql, Map<String, ? extends @Nullable Object> parameters) {
        return Panache.getSession()
                .map(session -> session.createNativeQuery(sql, Object[].class))
                .invoke(query -> parameters.forEach(query::setParameter))
                .chain(query -> query.getResultList());
    }

    private static Uni<Integer> change(
            String sql, Map<String, ? extends @Nullable Object> parameters) {
        return Panache.getSession()
                .map(session -> session.createNativeQuery(sql))
                .invoke(query -> parameters.forEach(query::setParameter))
                .chain(query -> query.executeUpdate());
    }
}
