package io.cybervpn.application.schedule;

import io.cybervpn.domain.schedule.TaskName;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The tasks and their runs as staff read them. */
public interface ScheduleViews {
    /** All tasks, by name. */
    Uni<List<ScheduleView>> all();

    /**
     * Where a page of runs ended.
     *
     * @param at when the last run of it began
     */
    record Cursor(Instant at, UUID id) {}

    /**
     * The runs of a task, newest first.
     *
     * @param limit 1 to 200
     */
    Uni<List<RunView>> runs(TaskName task, Optional<Cursor> before, int limit);
}
