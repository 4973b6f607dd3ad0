package io.cybervpn.presentation.provisioning.schedule;

import io.cybervpn.application.provisioning.ReconcileAccess;
import io.cybervpn.presentation.shared.schedule.Clockwork;
import io.cybervpn.presentation.shared.schedule.Roles;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Brings what is due to the panel, batch after batch until a batch is not full. */
@Singleton
final class ReconcilePump {
    private static final Logger LOG = Logger.getLogger(ReconcilePump.class);
    private static final int BATCH = 32;

    /** A round that hangs must not stop the next; what it leased comes back by itself. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Clockwork clockwork;
    private final ReconcileAccess reconcileAccess;

    @Inject
    ReconcilePump(Clockwork clockwork, ReconcileAccess reconcileAccess) {
        this.clockwork = clockwork;
        this.reconcileAccess = reconcileAccess;
    }

    @Scheduled(
            every = "${cybervpn.provisioning.every:1s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Roles.NoWorker.class)
    Uni<Void> tick() {
        return bringUntilDone()
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .onFailure()
                .recoverWithUni(ReconcilePump::tell);
    }

    private Uni<Void> bringUntilDone() {
        return clockwork
                .step(
                        () -> reconcileAccess.execute(new ReconcileAccess.Command(BATCH)),
                        new ReconcileAccess.Result(0, 0))
                .chain(
                        result ->
                                result.taken() < BATCH
                                        ? Uni.createFrom().voidItem()
                                        : bringUntilDone());
    }

    private static Uni<Void> tell(Throwable failure) {
        LOG.warnf("nothing can be brought to the panel now: %s", failure);
        return Uni.createFrom().voidItem();
    }
}
