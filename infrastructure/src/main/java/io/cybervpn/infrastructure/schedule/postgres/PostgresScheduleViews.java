package io.cybervpn.infrastructure.schedule.postgres;

import io.cybervpn.application.schedule.RunView;
import io.cybervpn.application.schedule.ScheduleView;
import io.cybervpn.application.schedule.ScheduleViews;
import io.cybervpn.domain.schedule.RunOutcome;
import io.cybervpn.domain.schedule.TaskName;
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
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** Reads schedules without a session. */
@Singleton
final class PostgresScheduleViews implements ScheduleViews {
    private final Pool pool;

    @Inject
    PostgresScheduleViews(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<ScheduleView>> all() {
        return pool.preparedQuery(ScheduleSql.ALL)
                .execute()
                .map(rows -> read(rows, PostgresScheduleViews::task));
    }

    @Override
    public Uni<List<RunView>> runs(TaskName task, Optional<Cursor> before, int limit) {
        return pool.preparedQuery(ScheduleSql.RUNS)
                .execute(
                        Tuple.of(
                                task.text(),
                                before.map(c -> c.at().atOffset(ZoneOffset.UTC)).orElse(null),
                                before.map(Cursor::id).orElse(null),
                                limit))
                .map(rows -> read(rows, PostgresScheduleViews::run));
    }

    private static <T> List<T> read(RowSet<Row> rows, Function<Row, T> reader) {
        return StreamSupport.stream(rows.spliterator(), false).map(reader).toList();
    }

    private static ScheduleView task(Row row) {
        return new ScheduleView(
                new TaskName(row.getString("task")),
                row.getString("rhythm"),
                time(row, "next_at").orElseThrow(),
                time(row, "paused_at"),
                row.getInteger("attempts"),
                Optional.ofNullable(row.getString("run_by"))
                        .map(
                                by ->
                                        new ScheduleView.Running(
                                                by, time(row, "run_started_at").orElseThrow())),
                Optional.ofNullable(row.getString("last_outcome")).map(code -> last(row, code)));
    }

    private static ScheduleView.Last last(Row row, String outcome) {
        return new ScheduleView.Last(
                row.getString("last_by"),
                time(row, "last_started_at").orElseThrow(),
                time(row, "last_ended_at").orElseThrow(),
                RunOutcome.of(outcome),
                row.getLong("last_done"),
                Optional.ofNullable(row.getString("last_error")));
    }

    private static RunView run(Row row) {
        return new RunView(
                row.getUUID("id"),
                time(row, "due_at").orElseThrow(),
                time(row, "started_at").orElseThrow(),
                time(row, "ended_at").orElseThrow(),
                row.getString("run_by"),
                row.getInteger("attempt"),
                RunOutcome.of(row.getString("outcome")),
                row.getLong("done"),
                Optional.ofNullable(row.getString("error")));
    }

    private static Optional<Instant> time(Row row, String column) {
        return Optional.ofNullable(row.getOffsetDateTime(column)).map(OffsetDateTime::toInstant);
    }
}
