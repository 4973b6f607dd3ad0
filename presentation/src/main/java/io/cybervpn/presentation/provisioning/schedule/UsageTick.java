package io.cybervpn.presentation.provisioning.schedule;

import io.cybervpn.application.provisioning.KeepUsage;
import io.cybervpn.presentation.shared.schedule.Clockwork;
import io.cybervpn.presentation.shared.schedule.Roles;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Counts what was used, every ten minutes. */
@Singleton
final class UsageTick {
    private static final Logger LOG = Logger.getLogger(UsageTick.class);

    private final Clockwork clockwork;
    private final KeepUsage keepUsage;

    @Inject
    UsageTick(Clockwork clockwork, KeepUsage keepUsage) {
        this.clockwork = clockwork;
        this.keepUsage = keepUsage;
    }

    @Scheduled(
            every = "${cybervpn.usage.every:10m}",
            delayed = "1m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Roles.NoWorker.class)
    Uni<Void> tick() {
        return clockwork
                .step(keepUsage::execute, new KeepUsage.Result(0, 0))
                .invoke(result -> LOG.debugf("counted usage: %s", result))
                .onFailure()
                .invoke(failure -> LOG.warnf("usage was not counted: %s", failure))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }
}
