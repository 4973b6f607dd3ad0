package io.cybervpn.presentation.identity.schedule;

import io.cybervpn.application.identity.ForgetSecurityEvents;
import io.cybervpn.application.identity.KeepSecurityEvents;
import io.cybervpn.application.schedule.port.ScheduledTask;
import io.cybervpn.domain.schedule.Rhythm;
import io.cybervpn.domain.schedule.TaskName;
import io.cybervpn.presentation.shared.schedule.Clockwork;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Stores noted security events every two seconds and at an orderly stop; forgets old ones. */
@Singleton
final class SecurityEventKeeper {
    private static final Logger LOG = Logger.getLogger(SecurityEventKeeper.class);

    private final Clockwork clockwork;
    private final KeepSecurityEvents keepSecurityEvents;

    @Inject
    SecurityEventKeeper(Clockwork clockwork, KeepSecurityEvents keepSecurityEvents) {
        this.clockwork = clockwork;
        this.keepSecurityEvents = keepSecurityEvents;
    }

    @Scheduled(every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> keep() {
        return clockwork
                .step(keepSecurityEvents::execute, 0)
                .replaceWithVoid()
                .onFailure()
                .recoverWithUni(SecurityEventKeeper::tell);
    }

    /** Begins before the clockwork stops, which then waits for it. */
    void stop(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE - 1) ShutdownEvent event) {
        keep().subscribe().with(_ -> {}, failure -> LOG.warnf("events are lost: %s", failure));
    }

    private static Uni<Void> tell(Throwable failure) {
        LOG.warnf("security events wait to be stored: %s", failure);
        return Uni.createFrom().voidItem();
    }

    /** Some each quarter of an hour. */
    @Singleton
    static final class Forget implements ScheduledTask {
        private static final TaskName NAME = new TaskName("identity.forget-security-events");

        private final Clockwork clockwork;
        private final ForgetSecurityEvents forgetSecurityEvents;

        @Inject
        Forget(Clockwork clockwork, ForgetSecurityEvents forgetSecurityEvents) {
            this.clockwork = clockwork;
            this.forgetSecurityEvents = forgetSecurityEvents;
        }

        @Override
        public TaskName task() {
            return NAME;
        }

        @Override
        public Optional<Rhythm> rhythm() {
            return Optional.of(new Rhythm.Every(Duration.ofMinutes(15)));
        }

        @Override
        public Uni<Long> run() {
            return clockwork.step(forgetSecurityEvents::execute, 0).map(Integer::longValue);
        }
    }
}
