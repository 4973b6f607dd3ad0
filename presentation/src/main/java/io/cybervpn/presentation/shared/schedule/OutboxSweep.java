package io.cybervpn.presentation.shared.schedule;

import io.cybervpn.application.shared.ForgetDelivered;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Throws delivered events away, some each quarter of an hour. */
@Singleton
final class OutboxSweep {
    private static final Logger LOG = Logger.getLogger(OutboxSweep.class);

    private final Clockwork clockwork;
    private final ForgetDelivered forgetDelivered;

    @Inject
    OutboxSweep(Clockwork clockwork, ForgetDelivered forgetDelivered) {
        this.clockwork = clockwork;
        this.forgetDelivered = forgetDelivered;
    }

    @Scheduled(
            every = "15m",
            delayed = "2m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> tick() {
        return clockwork
                .step(forgetDelivered::execute, 0)
                .replaceWithVoid()
                .onFailure()
                .recoverWithUni(OutboxSweep::tell);
    }

    private static Uni<Void> tell(Throwable failure) {
        LOG.warnf("delivered events stay a little longer: %s", failure);
        return Uni.createFrom().voidItem();
    }
}
