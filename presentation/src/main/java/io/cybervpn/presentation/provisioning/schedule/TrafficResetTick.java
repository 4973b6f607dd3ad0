package io.cybervpn.presentation.provisioning.schedule;

import io.cybervpn.application.provisioning.CheckTrafficResets;
import io.cybervpn.presentation.shared.schedule.Clockwork;
import io.cybervpn.presentation.shared.schedule.Roles;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Looks each hour whether the panel has forgotten the reset of the first of the month (R181). */
@Singleton
final class TrafficResetTick {
    private static final Logger LOG = Logger.getLogger(TrafficResetTick.class);

    private final Clockwork clockwork;
    private final CheckTrafficResets checkTrafficResets;
    private final Counter forgotten;

    @Inject
    TrafficResetTick(
            Clockwork clockwork, CheckTrafficResets checkTrafficResets, MeterRegistry metrics) {
        this.clockwork = clockwork;
        this.checkTrafficResets = checkTrafficResets;
        this.forgotten = metrics.counter("cybervpn.panel.resets.forgotten");
    }

    @Scheduled(
            every = "${cybervpn.usage.resets-every:1h}",
            delayed = "5m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Roles.NoWorker.class)
    Uni<Void> tick() {
        return clockwork
                .step(checkTrafficResets::execute, new CheckTrafficResets.Result(0, 0))
                .invoke(this::tell)
                .onFailure()
                .invoke(failure -> LOG.warnf("traffic resets were not checked: %s", failure))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private void tell(CheckTrafficResets.Result result) {
        if (result.forgotten() > 0) {
            LOG.warnf("the panel forgot to reset traffic: %s", result);
            forgotten.increment(result.forgotten());
        }
    }
}
