package io.cybervpn.presentation.provisioning.schedule;

import io.cybervpn.application.provisioning.manual.CountTasks;
import io.cybervpn.application.provisioning.manual.FindLongStopped;
import io.cybervpn.application.provisioning.manual.TellOfTasks;
import io.cybervpn.application.schedule.port.ScheduledTask;
import io.cybervpn.domain.schedule.TaskName;
import io.cybervpn.presentation.shared.schedule.Clockwork;
import io.cybervpn.presentation.shared.schedule.Rhythms;
import io.cybervpn.presentation.shared.schedule.Task;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/** Watches what waits for staff (R142), and finds what was stopped long ago. */
@Startup // its gauges are there from the start
@Singleton
final class ManualTasks {
    private static final Logger LOG = Logger.getLogger(ManualTasks.class);

    private final CountTasks countTasks;
    private final AtomicReference<CountTasks.Result> waiting =
            new AtomicReference<>(new CountTasks.Result(0, Duration.ZERO));

    @Inject
    ManualTasks(CountTasks countTasks, MeterRegistry metrics) {
        this.countTasks = countTasks;
        Gauge.builder("cybervpn.staff.tasks.open", waiting, it -> it.get().open())
                .description("Tasks that wait for staff")
                .register(metrics);
        Gauge.builder(
                        "cybervpn.staff.tasks.oldest.age",
                        waiting,
                        it -> it.get().oldestAge().toSeconds())
                .description("How long the oldest of them waits; 0 when none does")
                .baseUnit("seconds")
                .register(metrics);
    }

    @Produces
    @Singleton
    static ScheduledTask longStopped(
            FindLongStopped findLongStopped, Clockwork clockwork, Rhythms rhythms) {
        return new Task(
                new TaskName("provisioning.find-long-stopped"),
                rhythms.every("cybervpn.by-hand.every", Duration.ofHours(1)),
                () ->
                        clockwork
                                .step(findLongStopped::execute, new FindLongStopped.Result(0))
                                .map(FindLongStopped.Result::due));
    }

    @Produces
    @Singleton
    static ScheduledTask mails(TellOfTasks tellOfTasks, Clockwork clockwork, Rhythms rhythms) {
        return new Task(
                new TaskName("provisioning.tell-of-tasks"),
                rhythms.every("cybervpn.by-hand.mail-every", Duration.ofMinutes(15)),
                () ->
                        clockwork
                                .step(tellOfTasks::execute, new TellOfTasks.Result(0))
                                .map(TellOfTasks.Result::tasks));
    }

    @Scheduled(
            every = "15s",
            delayed = "5s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> tick() {
        return countTasks
                .execute()
                .invoke(waiting::set)
                .replaceWithVoid()
                .onFailure()
                .recoverWithUni(ManualTasks::tell);
    }

    private static Uni<Void> tell(Throwable failure) {
        LOG.warnf("the tasks of staff cannot be counted now: %s", failure);
        return Uni.createFrom().voidItem();
    }
}
