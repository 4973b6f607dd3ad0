package io.cybervpn.presentation.provisioning.schedule;

import io.cybervpn.application.provisioning.SweepPanel;
import io.cybervpn.presentation.shared.schedule.Clockwork;
import io.cybervpn.presentation.shared.schedule.Roles;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Asks each minute whether a panel is to be compared with our records. */
@Singleton
final class SweepTick {
    private static final Logger LOG = Logger.getLogger(SweepTick.class);
    private static final int PAGE_SIZE = 250;

    private final Clockwork clockwork;
    private final SweepPanel sweepPanel;
    private final Duration every;

    @Inject
    SweepTick(
            Clockwork clockwork,
            SweepPanel sweepPanel,
            @ConfigProperty(name = "cybervpn.provisioning.sweep-every", defaultValue = "15m")
                    Duration every) {
        this.clockwork = clockwork;
        this.sweepPanel = sweepPanel;
        this.every = every;
    }

    @Scheduled(
            every = "1m",
            delayed = "30s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Roles.NoWorker.class)
    Uni<Void> tick() {
        return clockwork
                .longStep(
                        () -> sweepPanel.execute(new SweepPanel.Command(every, PAGE_SIZE)),
                        new SweepPanel.Result.NotDue())
                .invoke(SweepTick::tell)
                .onFailure()
                .invoke(failure -> LOG.warnf("the sweep broke off: %s", failure))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private static void tell(SweepPanel.Result result) {
        switch (result) {
            case SweepPanel.Result.NotDue _ -> LOG.trace("no sweep is due");
            case SweepPanel.Result.Swept swept when swept.failed().isEmpty() ->
                    LOG.infof("swept the panels: %s", swept);
            case SweepPanel.Result.Swept swept ->
                    LOG.warnf("swept, but not all panels could be read: %s", swept);
        }
    }
}
