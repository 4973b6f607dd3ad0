package io.cybervpn.presentation.subscription.schedule;

import io.cybervpn.application.subscription.EndAddOns;
import io.cybervpn.presentation.shared.schedule.Clockwork;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Ends add-ons that are due every ten seconds, batch after batch until nothing is. */
@Singleton
final class EndAddOnsTick {
    private static final Logger LOG = Logger.getLogger(EndAddOnsTick.class);
    private static final int BATCH = 200;

    private final Clockwork clockwork;
    private final EndAddOns endAddOns;

    @Inject
    EndAddOnsTick(Clockwork clockwork, EndAddOns endAddOns) {
        this.clockwork = clockwork;
        this.endAddOns = endAddOns;
    }

    @Scheduled(
            every = "10s",
            delayed = "6s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> tick() {
        return endAll().onFailure().recoverWithUni(EndAddOnsTick::tell);
    }

    private Uni<Void> endAll() {
        return clockwork
                .step(
                        () -> endAddOns.execute(new EndAddOns.Command(BATCH)),
                        new EndAddOns.Result(0))
                .chain(result -> result.ended() < BATCH ? Uni.createFrom().voidItem() : endAll());
    }

    private static Uni<Void> tell(Throwable failure) {
        LOG.warnf("add-ons cannot be ended now: %s", failure);
        return Uni.createFrom().voidItem();
    }
}
