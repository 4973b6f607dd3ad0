package io.cybervpn.application.schedule.port;

import io.cybervpn.domain.schedule.RunOutcome;
import io.cybervpn.domain.schedule.TaskName;
import java.time.Duration;

/** Counts and times runs. */
public interface TaskMeter {
    /** A run ended. */
    void ran(TaskName task, RunOutcome outcome, Duration took);
}
