package io.cybervpn.presentation.provisioning.schedule;

import io.cybervpn.application.provisioning.SettleLinkChanges;
import io.cybervpn.presentation.shared.schedule.Clockwork;
import io.cybervpn.presentation.shared.schedule.Roles;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Keeps links in step with what they open. */
@Singleton
final class LinkTick {
    private static final Logger LOG = Logger.getLogger(LinkTick.class);

    private final Clockwork clockwork;
    private final SettleLinkChanges settleLinkChanges;
    private final AtomicBoolean troubled = new AtomicBoolean();

    @Inject
    LinkTick(Clockwork clockwork, SettleLinkChanges settleLinkChanges) {
        this.clockwork = clockwork;
        this.settleLinkChanges = settleLinkChanges;
    }

    @Scheduled(
            every = "${cybervpn.link.settle-every:1s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Roles.NoWorker.class)
    Uni<Void> settle() {
        return settleUntilDone()
                .invoke(() -> troubled.set(false))
                .onFailure()
                .invoke(this::tell)
                .onFailure()
                .recoverWithNull();
    }

    /** Once, however long the cache is away. */
    private void tell(Throwable failure) {
        if (troubled.compareAndSet(false, true)) {
            LOG.warnf("links may answer what was: %s", failure);
        }
    }

    private Uni<Void> settleUntilDone() {
        return Multi.createBy()
                .repeating()
                .uni(
                        () ->
                                clockwork.step(
                                        settleLinkChanges::execute,
                                        new SettleLinkChanges.Result(0, false)))
                .whilst(SettleLinkChanges.Result::more)
                .collect()
                .last()
                .replaceWithVoid();
    }
}
