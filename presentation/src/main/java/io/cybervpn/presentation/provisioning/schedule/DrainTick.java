package io.cybervpn.presentation.provisioning.schedule;

import io.cybervpn.application.provisioning.DrainPanels;
import io.cybervpn.presentation.shared.schedule.Clockwork;
import io.cybervpn.presentation.shared.schedule.Roles;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Moves accesses off the panels that are draining. */
@Singleton
final class DrainTick {
    private static final Logger LOG = Logger.getLogger(DrainTick.class);
    private static final int BATCH = 50;

    private final Clockwork clockwork;
    private final DrainPanels drainPanels;

    @Inject
    DrainTick(Clockwork clockwork, DrainPanels drainPanels) {
        this.clockwork = clockwork;
        this.drainPanels = drainPanels;
    }

    @Scheduled(
            every = "${cybervpn.panels.drain-every:10s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Roles.NoWorker.class)
    Uni<Void> tick() {
        return clockwork
                .step(
                        () -> drainPanels.execute(new DrainPanels.Command(BATCH)),
                        new DrainPanels.Result(0, 0))
                .invoke(DrainTick::tell)
                .replaceWithVoid()
                .onFailure()
                .recoverWithUni(DrainTick::tell);
    }

    private static void tell(DrainPanels.Result result) {
        if (result.moved() + result.stuck() > 0) {
            LOG.infof("draining: %s", result);
        }
    }

    private static Uni<Void> tell(Throwable failure) {
        LOG.warnf("nothing can be moved off panels now: %s", failure);
        return Uni.createFrom().voidItem();
    }
}
