package io.cybervpn.application.schedule;

import io.cybervpn.domain.schedule.RunOutcome;
import io.cybervpn.domain.schedule.TaskName;
import java.time.Instant;
import java.util.Optional;

/**
 * A task as staff see it.
 *
 * @param rhythm such as {@code every PT10S} or {@code daily at 03:30}, in UTC
 * @param attempts failures and lost instances in a row
 */
public record ScheduleView(
        TaskName task,
        String rhythm,
        Instant nextAt,
        Optional<Instant> pausedAt,
        int attempts,
        Optional<Running> running,
        Optional<Last> last) {
    /** It runs. */
    public record Running(String instance, Instant startedAt) {}

    /**
     * It ran.
     *
     * @param outcome never {@link RunOutcome#LOST}
     * @param done how many things were done
     */
    public record Last(
            String instance,
            Instant startedAt,
            Instant endedAt,
            RunOutcome outcome,
            long done,
            Optional<String> error) {}
}
