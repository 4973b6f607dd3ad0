package io.cybervpn.presentation.shared.schedule;

import io.cybervpn.application.schedule.RunTasks;
import io.cybervpn.domain.schedule.Firing;
import io.cybervpn.domain.schedule.Settlement;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Beats once a second: goes on holding what this instance runs, and takes what is due, up to {@link
 * #PARALLEL_MAX} at once, so that one long task does not keep the others waiting. The gauge {@code
 * cybervpn.tasks.beat} tells when it beat last.
 */
@Startup // its gauges are there from the start
@Singleton
public final class ScheduleClock {
    private static final Logger LOG = Logger.getLogger(ScheduleClock.class);
    private static final int PARALLEL_MAX = 6;

    private final RunTasks runTasks;
    private final Clockwork clockwork;
    private final Clock clock;
    private final String instance;
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicLong beat = new AtomicLong();
    private volatile boolean announced;

    @Inject
    ScheduleClock(
            RunTasks runTasks,
            Clockwork clockwork,
            Clock clock,
            InstanceName instance,
            MeterRegistry metrics) {
        this.runTasks = runTasks;
        this.clockwork = clockwork;
        this.clock = clock;
        this.instance = instance.text();
        Gauge.builder("cybervpn.tasks.beat", beat, AtomicLong::get)
                .baseUnit("seconds")
                .description("When this instance last looked for due tasks, in Unix time")
                .register(metrics);
        Gauge.builder("cybervpn.tasks.running", running, AtomicInteger::get)
                .description("Tasks that run here now")
                .register(metrics);
    }

    /** Whether nothing that the clock started runs here. */
    public boolean rests() {
        return running.get() == 0;
    }

    @Scheduled(
            every = "${cybervpn.schedule.every:1s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Roles.NoScheduler.class)
    Uni<Void> tick() {
        return clockwork
                .step(this::look)
                .onFailure()
                .invoke(failure -> LOG.warnf("due tasks cannot be looked for now: %s", failure))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> look() {
        return announce()
                .chain(() -> runTasks.hold(instance))
                .invoke(
                        lost ->
                                lost.forEach(
                                        task ->
                                                LOG.warnf(
                                                        "%s took too long to be heard of: it is with"
                                                                + " another instance",
                                                        task.text())))
                .chain(this::takeAll)
                .invoke(() -> beat.set(clock.instant().getEpochSecond()));
    }

    private Uni<Void> announce() {
        return announced
                ? Uni.createFrom().voidItem()
                : runTasks.announce().invoke(() -> announced = true);
    }

    private Uni<Void> takeAll() {
        return Multi.createBy()
                .repeating()
                .uni(this::takeOne)
                .whilst(Optional::isPresent)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Optional<Firing>> takeOne() {
        return running.get() >= PARALLEL_MAX
                ? Uni.createFrom().item(Optional.empty())
                : runTasks.take(instance).invoke(taken -> taken.ifPresent(this::start));
    }

    private void start(Firing firing) {
        running.incrementAndGet();
        runTasks.run(firing)
                .onTermination()
                .invoke(running::decrementAndGet)
                .subscribe()
                .with(
                        ended -> ended.ifPresent(ScheduleClock::tell),
                        failure ->
                                LOG.warnf(
                                        "%s is not settled, and runs again: %s",
                                        firing.task().text(), failure));
    }

    private static void tell(Settlement ended) {
        ended.error()
                .ifPresentOrElse(
                        error ->
                                LOG.warnf(
                                        "%s failed at try %d and is due again at %s: %s",
                                        ended.firing().task().text(),
                                        ended.firing().attempt(),
                                        ended.nextAt(),
                                        error),
                        () -> LOG.debugf("%s did %d", ended.firing().task().text(), ended.done()));
    }
}
