package io.cybervpn.presentation.identity.schedule;

import io.cybervpn.application.identity.ForgetSecurityEvents;
import io.cybervpn.application.identity.KeepSecurityEvents;
import io.cybervpn.presentation.shared.schedule.Clockwork;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import org.jboss.logging.Logger;

/** Stores noted security events every two seconds and at an orderly stop; forgets old ones. */
@Singleton
final class SecurityEventKeeper {
    private static final Logger LOG = Logger.getLogger(SecurityEventKeeper.class);

    private final Clockwork clockwork;
    private final KeepSecurityEvents keepSecurityEvents;
    private final ForgetSecurityEvents forgetSecurityEvents;

    @Inject
    SecurityEventKeeper(
            Clockwork clockwork,
            KeepSecurityEvents keepSecurityEvents,
            ForgetSecurityEvents forgetSecurityEvents) {
        this.clockwork = clockwork;
        this.keepSecurityEvents = keepSecurityEvents;
        this.forgetSecurityEvents = forgetSecurityEvents;
    }

    @Scheduled(every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> keep() {
        return clockwork
                .step(keepSecurityEvents::execute, 0)
                .replaceWithVoid()
                .onFailure()
                .recoverWithUni(SecurityEventKeeper::tell);
    }

    @Scheduled(
            every = "15m",
            delayed = "2m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> forget() {
        return clockwork
                .step(forgetSecurityEvents::execute, 0)
                .replaceWithVoid()
                .onFailure()
                .recoverWithUni(SecurityEventKeeper::tell);
    }

    /** Begins before the clockwork stops, which then waits for it. */
    void stop(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE - 1) ShutdownEvent event) {
        keep().subscribe().with(_ -> {}, failure -> LOG.warnf("events are lost: %s", failure));
    }

    private static Uni<Void> tell(Throwable failure) {
        LOG.warnf("security events wait to be stored or forgotten: %s", failure);
        return Uni.createFrom().voidItem();
    }
}
