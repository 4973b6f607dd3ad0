package io.cybervpn.presentation.shared.schedule;

import io.cybervpn.application.schedule.ScheduleView;
import io.cybervpn.application.schedule.ScheduleViews;
import io.cybervpn.application.schedule.port.ScheduledTasks;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Watches the schedules from each instance: for how long the task that waits longest is overdue
 * ({@code cybervpn.tasks.overdue}), and which gauges of this one another instance has overtaken.
 */
@Startup // its gauge is there from the start
@Singleton
final class ScheduleWatch {
    private static final Logger LOG = Logger.getLogger(ScheduleWatch.class);

    private final ScheduleViews views;
    private final ScheduledTasks tasks;
    private final Clock clock;
    private final String instance;
    private final AtomicLong overdue = new AtomicLong();

    @Inject
    ScheduleWatch(
            ScheduleViews views,
            ScheduledTasks tasks,
            Clock clock,
            InstanceName instance,
            MeterRegistry metrics) {
        this.views = views;
        this.tasks = tasks;
        this.clock = clock;
        this.instance = instance.text();
        Gauge.builder("cybervpn.tasks.overdue", overdue, AtomicLong::get)
                .baseUnit("seconds")
                .description("For how long the task that waits longest is due")
                .register(metrics);
    }

    @Scheduled(
            every = "15s",
            delayed = "15s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> tick() {
        return views.all()
                .invoke(this::see)
                .replaceWithVoid()
                .onFailure()
                .recoverWithUni(ScheduleWatch::tell);
    }

    private void see(List<ScheduleView> seen) {
        Instant now = clock.instant();
        overdue.set(
                seen.stream()
                        .filter(task -> task.pausedAt().isEmpty() && task.running().isEmpty())
                        .mapToLong(task -> Duration.between(task.nextAt(), now).toSeconds())
                        .filter(seconds -> seconds > 0)
                        .max()
                        .orElse(0));
        seen.stream().filter(this::ranElsewhere).forEach(this::overtaken);
    }

    private boolean ranElsewhere(ScheduleView task) {
        return task.last().filter(last -> !last.instance().equals(instance)).isPresent();
    }

    private void overtaken(ScheduleView seen) {
        long done = seen.last().orElseThrow().done();
        tasks.all().stream()
                .filter(task -> task.task().equals(seen.task()))
                .forEach(task -> task.ranElsewhere(done));
    }

    private static Uni<Void> tell(Throwable failure) {
        LOG.warnf("the schedules cannot be watched now: %s", failure);
        return Uni.createFrom().voidItem();
    }
}
