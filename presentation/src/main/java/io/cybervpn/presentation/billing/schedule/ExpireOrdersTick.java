package io.cybervpn.presentation.billing.schedule;

import io.cybervpn.application.billing.ExpireOrders;
import io.cybervpn.presentation.shared.schedule.Clockwork;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Gives up on unpaid orders every half minute, batch after batch until none is due. */
@Singleton
final class ExpireOrdersTick {
    private static final Logger LOG = Logger.getLogger(ExpireOrdersTick.class);
    private static final int BATCH = 500;

    private final Clockwork clockwork;
    private final ExpireOrders expireOrders;

    @Inject
    ExpireOrdersTick(Clockwork clockwork, ExpireOrders expireOrders) {
        this.clockwork = clockwork;
        this.expireOrders = expireOrders;
    }

    @Scheduled(
            every = "30s",
            delayed = "5s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> tick() {
        return expireAll().onFailure().recoverWithUni(ExpireOrdersTick::tell);
    }

    /** Stops at a batch of which nothing could be given up, or it would look at it for ever. */
    private Uni<Void> expireAll() {
        return clockwork
                .step(
                        () -> expireOrders.execute(new ExpireOrders.Command(BATCH)),
                        new ExpireOrders.Result(0, 0))
                .chain(
                        result ->
                                result.due() < BATCH || result.expired() == 0
                                        ? Uni.createFrom().voidItem()
                                        : expireAll());
    }

    private static Uni<Void> tell(Throwable failure) {
        LOG.warnf("orders cannot be given up now: %s", failure);
        return Uni.createFrom().voidItem();
    }
}
