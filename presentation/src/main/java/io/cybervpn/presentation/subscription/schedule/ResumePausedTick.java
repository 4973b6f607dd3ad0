package io.cybervpn.presentation.subscription.schedule;

import io.cybervpn.application.subscription.ResumeLongPaused;
import io.cybervpn.presentation.shared.schedule.Clockwork;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Ends pauses that have lasted as long as they may, every ten seconds, batch after batch. */
@Singleton
final class ResumePausedTick {
    private static final Logger LOG = Logger.getLogger(ResumePausedTick.class);
    private static final int BATCH = 200;

    private final Clockwork clockwork;
    private final ResumeLongPaused resumeLongPaused;

    @Inject
    ResumePausedTick(Clockwork clockwork, ResumeLongPaused resumeLongPaused) {
        this.clockwork = clockwork;
        this.resumeLongPaused = resumeLongPaused;
    }

    @Scheduled(
            every = "10s",
            delayed = "7s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> tick() {
        return resumeAll().onFailure().recoverWithUni(ResumePausedTick::tell);
    }

    private Uni<Void> resumeAll() {
        return clockwork
                .step(
                        () -> resumeLongPaused.execute(new ResumeLongPaused.Command(BATCH)),
                        new ResumeLongPaused.Result(0))
                .chain(
                        result ->
                                result.resumed() < BATCH
                                        ? Uni.createFrom().voidItem()
                                        : resumeAll());
    }

    private static Uni<Void> tell(Throwable failure) {
        LOG.warnf("pauses cannot be ended now: %s", failure);
        return Uni.createFrom().voidItem();
    }
}
