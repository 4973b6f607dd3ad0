package io.cybervpn.presentation.identity.schedule;

import io.cybervpn.application.identity.MendRevocations;
import io.cybervpn.presentation.shared.schedule.Clockwork;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Looks every few seconds whether the list of the denied lost something. Until it is mended each
 * request asks the database.
 */
@Singleton
final class RevocationMending {
    private static final Logger LOG = Logger.getLogger(RevocationMending.class);
    private static final long PATIENCE_SECONDS = 30;

    private final Clockwork clockwork;
    private final MendRevocations mendRevocations;

    @Inject
    RevocationMending(Clockwork clockwork, MendRevocations mendRevocations) {
        this.clockwork = clockwork;
        this.mendRevocations = mendRevocations;
    }

    void onStart(@Observes StartupEvent event) {
        mend().subscribeAsCompletionStage().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    @Scheduled(
            every = "5s",
            delayed = "5s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> tick() {
        return clockwork.step(this::mend);
    }

    private Uni<Void> mend() {
        return mendRevocations
                .execute()
                .onFailure(Exception.class)
                .recoverWithUni(RevocationMending::tell);
    }

    private static Uni<Void> tell(Throwable failure) {
        LOG.debugf("the list of ended sessions is not whole: %s", failure);
        return Uni.createFrom().voidItem();
    }
}
