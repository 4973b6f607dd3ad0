package io.cybervpn.presentation.identity.schedule;

import io.cybervpn.application.identity.ForgetExpiredSessions;
import io.cybervpn.presentation.shared.schedule.Clockwork;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Throws expired sessions away, some each quarter of an hour. */
@Singleton
final class SessionSweep {
    private static final Logger LOG = Logger.getLogger(SessionSweep.class);

    private final Clockwork clockwork;
    private final ForgetExpiredSessions forgetExpiredSessions;

    @Inject
    SessionSweep(Clockwork clockwork, ForgetExpiredSessions forgetExpiredSessions) {
        this.clockwork = clockwork;
        this.forgetExpiredSessions = forgetExpiredSessions;
    }

    @Scheduled(
            every = "15m",
            delayed = "1m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> tick() {
        return clockwork
                .step(forgetExpiredSessions::execute, 0)
                .replaceWithVoid()
                .onFailure()
                .recoverWithUni(SessionSweep::tell);
    }

    private static Uni<Void> tell(Throwable failure) {
        LOG.warnf("expired sessions stay a little longer: %s", failure);
        return Uni.createFrom().voidItem();
    }
}
