package io.cybervpn.presentation.provisioning.schedule;

import io.cybervpn.application.provisioning.FindPanelsAtWork;
import io.cybervpn.application.provisioning.ReconcileAccess;
import io.cybervpn.application.provisioning.RemoveLeavings;
import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.presentation.shared.schedule.Clockwork;
import io.cybervpn.presentation.shared.schedule.Roles;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Brings what is due to the panels, batch after batch until a batch is not full, and removes there
 * what left them. Each panel has a round of its own, so that one that hangs keeps no other waiting;
 * the clockwork ends a batch that hangs, and what it leased comes back by itself.
 */
@Singleton
final class ReconcilePump {
    private static final Logger LOG = Logger.getLogger(ReconcilePump.class);
    private static final int BATCH = 32;

    private final Clockwork clockwork;
    private final ReconcileAccess reconcileAccess;
    private final RemoveLeavings removeLeavings;
    private final FindPanelsAtWork findPanels;
    private final Set<PanelId> underWay = ConcurrentHashMap.newKeySet();

    @Inject
    ReconcilePump(
            Clockwork clockwork,
            ReconcileAccess reconcileAccess,
            RemoveLeavings removeLeavings,
            FindPanelsAtWork findPanels) {
        this.clockwork = clockwork;
        this.reconcileAccess = reconcileAccess;
        this.removeLeavings = removeLeavings;
        this.findPanels = findPanels;
    }

    @Scheduled(
            every = "${cybervpn.provisioning.every:1s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Roles.NoWorker.class)
    Uni<Void> tick() {
        findPanels.execute().forEach(this::begin);
        return Uni.createFrom().voidItem();
    }

    /** The tick does not wait for it. */
    private void begin(PanelId panel) {
        if (underWay.add(panel)) {
            bringUntilDone(panel)
                    .chain(() -> removeUntilDone(panel))
                    .onTermination()
                    .invoke(() -> underWay.remove(panel))
                    .subscribe()
                    .with(_ -> LOG.tracef("a round of panel %s is over", panel), this::tell);
        }
    }

    private Uni<Long> bringUntilDone(PanelId panel) {
        ReconcileAccess.Command batch = new ReconcileAccess.Command(Optional.of(panel), BATCH);
        return clockwork.untilDone(
                BATCH, () -> reconcileAccess.execute(batch).map(ReconcileAccess.Result::taken));
    }

    private Uni<Long> removeUntilDone(PanelId panel) {
        RemoveLeavings.Command batch = new RemoveLeavings.Command(panel, BATCH);
        return clockwork.untilDone(
                BATCH, () -> removeLeavings.execute(batch).map(RemoveLeavings.Result::taken));
    }

    private void tell(Throwable failure) {
        LOG.warnf("nothing can be brought to a panel now: %s", failure);
    }
}
