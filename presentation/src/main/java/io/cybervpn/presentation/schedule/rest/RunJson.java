package io.cybervpn.presentation.schedule.rest;

import io.cybervpn.application.schedule.RunView;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A run.
 *
 * @param attempt from 1; more after a failure or a lost instance
 * @param outcome {@code done}, {@code failed} or {@code lost}
 * @param done how many things were done
 */
@Schema(name = "ScheduleRun")
public record RunJson(
        UUID id,
        Instant dueAt,
        Instant startedAt,
        Instant endedAt,
        long durationMillis,
        String instance,
        int attempt,
        String outcome,
        long done,
        @Schema(nullable = true) @Nullable String error) {
    static RunJson of(RunView run) {
        return new RunJson(
                run.id(),
                run.dueAt(),
                run.startedAt(),
                run.endedAt(),
                millis(run.startedAt(), run.endedAt()),
                run.instance(),
                run.attempt(),
                run.outcome().code(),
                run.done(),
                run.error().orElse(null));
    }

    static long millis(Instant from, Instant to) {
        return Duration.between(from, to).toMillis();
    }
}
