package io.cybervpn.presentation.provisioning.schedule;

import io.cybervpn.application.provisioning.CheckTrafficResets;
import io.cybervpn.application.provisioning.EndGraces;
import io.cybervpn.application.provisioning.KeepUsage;
import io.cybervpn.application.provisioning.MakeMissingLinks;
import io.cybervpn.application.provisioning.TellOfRemovals;
import io.cybervpn.application.schedule.port.ScheduledTask;
import io.cybervpn.domain.schedule.TaskName;
import io.cybervpn.presentation.shared.schedule.Clockwork;
import io.cybervpn.presentation.shared.schedule.Rhythms;
import io.cybervpn.presentation.shared.schedule.Task;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Usage is counted (R180), forgotten resets are asked for (R181), missing links are made, and
 * graces end.
 */
@Singleton
final class ProvisioningTasks {
    private static final Logger LOG = Logger.getLogger(ProvisioningTasks.class);

    /** A batch. */
    private static final int GRACES = 100;

    /** A batch. */
    private static final int REMOVALS = 100;

    private final Clockwork clockwork;
    private final Rhythms rhythms;

    @Inject
    ProvisioningTasks(Clockwork clockwork, Rhythms rhythms) {
        this.clockwork = clockwork;
        this.rhythms = rhythms;
    }

    @Produces
    @Singleton
    ScheduledTask usage(KeepUsage keepUsage) {
        return new Task(
                new TaskName("provisioning.count-usage"),
                rhythms.every("cybervpn.usage.every", Duration.ofMinutes(10)),
                () ->
                        clockwork
                                .longStep(keepUsage::execute, new KeepUsage.Result(0, 0))
                                .map(result -> (long) result.counted()));
    }

    @Produces
    @Singleton
    ScheduledTask resets(CheckTrafficResets checkTrafficResets, MeterRegistry metrics) {
        var forgotten = metrics.counter("cybervpn.panel.resets.forgotten");
        return new Task(
                new TaskName("provisioning.check-resets"),
                rhythms.every("cybervpn.usage.resets-every", Duration.ofHours(1)),
                () ->
                        clockwork
                                .longStep(
                                        checkTrafficResets::execute,
                                        new CheckTrafficResets.Result(0, 0))
                                .invoke(result -> forgotten.increment(result.forgotten()))
                                .invoke(ProvisioningTasks::tell)
                                .map(result -> (long) result.forgotten()));
    }

    private static void tell(CheckTrafficResets.Result result) {
        if (result.forgotten() > 0) {
            LOG.warnf("the panel forgot to reset traffic: %s", result);
        }
    }

    @Produces
    @Singleton
    ScheduledTask links(MakeMissingLinks makeMissingLinks) {
        return new Task(
                new TaskName("provisioning.make-links"),
                rhythms.every("cybervpn.link.missing-every", Duration.ofMinutes(1)),
                () -> makeAll(makeMissingLinks));
    }

    @Produces
    @Singleton
    ScheduledTask graces(EndGraces endGraces) {
        return new Task(
                new TaskName("provisioning.end-graces"),
                rhythms.every("cybervpn.grace.every", Duration.ofMinutes(1)),
                () -> endAll(endGraces));
    }

    private Uni<Long> endAll(EndGraces endGraces) {
        AtomicReference<EndGraces.Place> after = new AtomicReference<>(EndGraces.Place.START);
        return clockwork.untilDone(
                GRACES,
                () ->
                        endGraces
                                .execute(new EndGraces.Command(after.get(), GRACES))
                                .invoke(done -> after.set(done.last()))
                                .map(EndGraces.Result::looked));
    }

    @Produces
    @Singleton
    ScheduledTask removals(TellOfRemovals tellOfRemovals) {
        return new Task(
                new TaskName("provisioning.tell-of-removals"),
                rhythms.every("cybervpn.machines.every", Duration.ofMinutes(10)),
                () ->
                        clockwork.untilDone(
                                REMOVALS,
                                () ->
                                        tellOfRemovals
                                                .execute(new TellOfRemovals.Command(REMOVALS))
                                                .map(TellOfRemovals.Result::told)));
    }

    private Uni<Long> makeAll(MakeMissingLinks makeMissingLinks) {
        return Multi.createBy()
                .repeating()
                .uni(
                        () ->
                                clockwork.step(
                                        makeMissingLinks::execute,
                                        new MakeMissingLinks.Result(0, false)))
                .whilst(MakeMissingLinks.Result::more)
                .collect()
                .with(Collectors.summingLong(MakeMissingLinks.Result::made));
    }
}
