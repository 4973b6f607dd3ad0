package io.cybervpn.presentation.schedule.rest;

import io.cybervpn.application.schedule.ScheduleView;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A task.
 *
 * @param rhythm such as {@code every PT10S}, in UTC
 * @param attempts failures and lost instances in a row
 * @param running null when it does not run
 * @param last null when it never ran
 */
@Schema(name = "Schedule")
public record ScheduleJson(
        String task,
        String rhythm,
        Instant nextAt,
        @Schema(nullable = true) @Nullable Instant pausedAt,
        int attempts,
        @Schema(nullable = true) @Nullable RunningJson running,
        @Schema(nullable = true) @Nullable LastJson last) {
    /** Who runs it, and since when. */
    @Schema(name = "ScheduleRunning")
    public record RunningJson(String instance, Instant startedAt) {}

    /**
     * The run before.
     *
     * @param outcome {@code done} or {@code failed}
     * @param done how many things were done
     */
    @Schema(name = "ScheduleLast")
    public record LastJson(
            String instance,
            Instant startedAt,
            Instant endedAt,
            long durationMillis,
            String outcome,
            long done,
            @Schema(nullable = true) @Nullable String error) {
        static LastJson of(ScheduleView.Last last) {
            return new LastJson(
                    last.instance(),
                    last.startedAt(),
                    last.endedAt(),
                    RunJson.millis(last.startedAt(), last.endedAt()),
                    last.outcome().code(),
                    last.done(),
                    last.error().orElse(null));
        }
    }

    static ScheduleJson of(ScheduleView view) {
        return new ScheduleJson(
                view.task().text(),
                view.rhythm(),
                view.nextAt(),
                view.pausedAt().orElse(null),
                view.attempts(),
                view.running()
                        .map(run -> new RunningJson(run.instance(), run.startedAt()))
                        .orElse(null),
                view.last().map(LastJson::of).orElse(null));
    }
}
