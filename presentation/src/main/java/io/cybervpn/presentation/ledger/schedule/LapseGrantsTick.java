package io.cybervpn.presentation.ledger.schedule;

import io.cybervpn.application.ledger.LapseGrants;
import io.cybervpn.presentation.shared.schedule.Clockwork;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Books lapsed grants back every minute, batch after batch until none is left. */
@Singleton
final class LapseGrantsTick {
    private static final Logger LOG = Logger.getLogger(LapseGrantsTick.class);
    private static final int BATCH = 200;

    private final Clockwork clockwork;
    private final LapseGrants lapseGrants;

    @Inject
    LapseGrantsTick(Clockwork clockwork, LapseGrants lapseGrants) {
        this.clockwork = clockwork;
        this.lapseGrants = lapseGrants;
    }

    @Scheduled(
            every = "60s",
            delayed = "20s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> tick() {
        return lapseAll().onFailure().recoverWithUni(LapseGrantsTick::tell);
    }

    private Uni<Void> lapseAll() {
        return clockwork
                .step(() -> lapseGrants.execute(new LapseGrants.Command(BATCH)), 0)
                .chain(lapsed -> lapsed < BATCH ? Uni.createFrom().voidItem() : lapseAll());
    }

    private static Uni<Void> tell(Throwable failure) {
        LOG.warnf("lapsed grants cannot be booked now: %s", failure);
        return Uni.createFrom().voidItem();
    }
}
