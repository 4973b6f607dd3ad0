package io.cybervpn.infrastructure.schedule;

import io.cybervpn.application.schedule.port.ScheduledTask;
import io.cybervpn.application.schedule.port.TaskMeter;
import io.cybervpn.domain.schedule.RunOutcome;
import io.cybervpn.domain.schedule.TaskName;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.arc.All;
import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs as {@code cybervpn.tasks} by task and outcome, with buckets, for the alerts on errors,
 * duration and silence (R298, R300, R302).
 */
@Startup // its meters are there from the start
@Singleton
final class MicrometerTasks implements TaskMeter {
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(100),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
        Duration.ofSeconds(30),
        Duration.ofMinutes(2),
        Duration.ofMinutes(10)
    };

    private record Kind(TaskName task, RunOutcome outcome) {}

    private final Map<Kind, Timer> timers;

    @Inject
    MicrometerTasks(MeterRegistry metrics, @All List<ScheduledTask> tasks) {
        this.timers =
                tasks.stream()
                        .flatMap(
                                task ->
                                        Stream.of(RunOutcome.values())
                                                .map(outcome -> new Kind(task.task(), outcome)))
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        kind -> kind, kind -> timer(kind, metrics)));
    }

    @Override
    public void ran(TaskName task, RunOutcome outcome, Duration took) {
        Optional.ofNullable(timers.get(new Kind(task, outcome)))
                .ifPresent(timer -> timer.record(took));
    }

    private static Timer timer(Kind kind, MeterRegistry metrics) {
        return Timer.builder("cybervpn.tasks")
                .description("Runs of what the clock starts")
                .tag("task", kind.task().text())
                .tag("outcome", kind.outcome().code())
                .serviceLevelObjectives(BUCKETS)
                .register(metrics);
    }
}
