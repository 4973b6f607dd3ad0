package io.cybervpn.presentation.shared.schedule;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduler;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Runs the steps of pumps and schedules while the shop is open. At an orderly stop it begins no
 * more, and waits for those that run before the pools are closed under them: up to {@link
 * #PATIENCE}, then they break off as in a crash, which harms nothing.
 */
@Singleton
public final class Clockwork {
    private static final Logger LOG = Logger.getLogger(Clockwork.class);
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final int STEPS_MAX = 1_000;

    /**
     * Longer than any statement may take; a step that hangs all the same must not keep its place
     * for ever.
     */
    private static final Duration STEP_MAX = Duration.ofMinutes(3);

    private static final Duration LONG_STEP_MAX = Duration.ofHours(3);

    private final Scheduler scheduler;
    private final ScheduledThreadPoolExecutor alarms = alarms();
    private final Semaphore steps = new Semaphore(STEPS_MAX);
    private volatile boolean stopped;

    @Inject
    Clockwork(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /**
     * Runs one step, such as a batch.
     *
     * @param nothing the answer of a step that was not begun, as if there were nothing to do
     */
    public <T> Uni<T> step(Supplier<Uni<T>> work, T nothing) {
        return Uni.createFrom()
                .deferred(() -> begins() ? run(work, STEP_MAX) : Uni.createFrom().item(nothing));
    }

    /** Runs one step that has no answer. */
    public Uni<Void> step(Supplier<Uni<Void>> work) {
        return Uni.createFrom()
                .deferred(() -> begins() ? run(work, STEP_MAX) : Uni.createFrom().voidItem());
    }

    /**
     * Runs work that goes through everything there is, such as all users of a panel: long as a
     * whole where the shop is large, and bounded in each of its parts. A stop breaks it off.
     *
     * @param nothing as of {@link #step(Supplier, Object)}
     */
    public <T> Uni<T> longStep(Supplier<Uni<T>> work, T nothing) {
        return Uni.createFrom()
                .deferred(
                        () -> begins() ? run(work, LONG_STEP_MAX) : Uni.createFrom().item(nothing));
    }

    /**
     * Runs steps until one does less than it might have: whole batches of one piece of work, one
     * after the other.
     *
     * @param batch what a full step does
     * @param work does one batch and says how much it was
     * @return how much was done in all
     */
    public Uni<Long> untilDone(int batch, Supplier<Uni<Integer>> work) {
        return Multi.createBy()
                .repeating()
                .uni(() -> step(work, 0))
                .whilst(done -> done >= batch)
                .collect()
                .with(Collectors.summingLong(Integer::longValue));
    }

    /** Whether no step runs at this moment. */
    public boolean rests() {
        return steps.availablePermits() == STEPS_MAX;
    }

    private boolean begins() {
        return !stopped && steps.tryAcquire();
    }

    private <T> Uni<T> run(Supplier<Uni<T>> work, Duration longest) {
        return Uni.createFrom()
                .deferred(work::get)
                .ifNoItem()
                .after(longest)
                .on(alarms)
                .fail()
                .onTermination()
                .invoke(() -> steps.release());
    }

    /** The common one would keep the alarm of every finished step until its time. */
    private static ScheduledThreadPoolExecutor alarms() {
        ScheduledThreadPoolExecutor alarms =
                new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().factory());
        alarms.setRemoveOnCancelPolicy(true);
        return alarms;
    }

    void stop(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) ShutdownEvent event)
            throws InterruptedException {
        stopped = true;
        scheduler.pause();
        if (!steps.tryAcquire(STEPS_MAX, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.warnf("%d steps broke off", STEPS_MAX - steps.availablePermits());
        }
        alarms.shutdownNow();
    }
}
