package io.cybervpn.infrastructure.schedule.postgres;

import io.cybervpn.domain.schedule.Firing;
import io.cybervpn.domain.schedule.Settlement;
import io.cybervpn.domain.schedule.TaskName;
import io.cybervpn.domain.schedule.model.Lease;
import io.cybervpn.domain.schedule.repository.Schedules;
import io.quarkus.hibernate.reactive.panache.Panache;
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
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** One row per task, taken by {@code SKIP LOCKED}; each statement is a transaction of its own. */
@Singleton
final class PostgresSchedules implements Schedules {
    private final Pool pool;

    @Inject
    PostgresSchedules(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Void> announce(Collection<Known> tasks) {
        return execute(
                        ScheduleSql.ANNOUNCE,
                        Tuple.of(
                                texts(tasks, known -> known.task().text()),
                                texts(tasks, Known::rhythm),
                                times(tasks, Known::firstAt)))
                .replaceWithVoid();
    }

    @Override
    public Uni<Optional<Firing>> claim(Collection<Known> tasks, UUID run, Lease lease) {
        return execute(
                        ScheduleSql.CLAIM,
                        Tuple.tuple()
                                .addValue(texts(tasks, known -> known.task().text()))
                                .addValue(times(tasks, Known::latest))
                                .addValue(time(lease.now()))
                                .addValue(time(lease.latest()))
                                .addValue(run)
                                .addValue(lease.holder())
                                .addValue(time(lease.until())))
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(row -> firing(row, run))
                                        .findFirst());
    }

    private static Firing firing(Row row, UUID run) {
        return new Firing(
                new TaskName(row.getString("task")),
                run,
                row.getOffsetDateTime("run_due_at").toInstant(),
                row.getInteger("attempts"));
    }

    @Override
    public Uni<Set<UUID>> prolong(Collection<UUID> runs, Lease lease) {
        return execute(
                        ScheduleSql.PROLONG,
                        Tuple.of(runs.toArray(UUID[]::new), time(lease.until())))
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(row -> row.getUUID("run_id"))
                                        .collect(Collectors.toSet()));
    }

    @Override
    public Uni<Boolean> settle(Settlement settlement) {
        return execute(
                        ScheduleSql.SETTLE,
                        Tuple.tuple()
                                .addValue(settlement.firing().run())
                                .addValue(settlement.outcome().code())
                                .addValue(settlement.done())
                                .addValue(settlement.error().orElse(null))
                                .addValue(time(settlement.endedAt()))
                                .addValue(time(settlement.nextAt())))
                .map(rows -> rows.rowCount() == 1);
    }

    @Override
    public Uni<Wished> ask(TaskName task, Instant now) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(ScheduleSql.ASK, String.class)
                                        .setParameter("task", task.text())
                                        .setParameter("now", time(now))
                                        .getSingleResultOrNull())
                .map(PostgresSchedules::wished);
    }

    @Override
    public Uni<Wished> pause(TaskName task, boolean paused, Instant now) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(ScheduleSql.PAUSE, String.class)
                                        .setParameter("task", task.text())
                                        .setParameter("paused", paused)
                                        .setParameter("now", time(now))
                                        .getSingleResultOrNull())
                .map(PostgresSchedules::wished);
    }

    private static Wished wished(String answer) {
        return Optional.ofNullable(answer).map(Wished::valueOf).orElse(Wished.UNKNOWN);
    }

    @Override
    public Uni<Integer> forget(Instant before, int limit) {
        return execute(ScheduleSql.FORGET, Tuple.of(time(before), limit)).map(RowSet::rowCount);
    }

    private Uni<RowSet<Row>> execute(String sql, Tuple parameters) {
        return pool.preparedQuery(sql).execute(parameters);
    }

    private static String[] texts(Collection<Known> tasks, Function<Known, String> text) {
        return tasks.stream().map(text).toArray(String[]::new);
    }

    private static OffsetDateTime[] times(Collection<Known> tasks, Function<Known, Instant> time) {
        return tasks.stream().map(time).map(PostgresSchedules::time).toArray(OffsetDateTime[]::new);
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
