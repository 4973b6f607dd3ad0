package io.cybervpn.presentation.subscription.schedule;

import io.cybervpn.application.subscription.ExpireSubscriptions;
import io.cybervpn.presentation.shared.schedule.Clockwork;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Ends what is due every ten seconds, batch after batch until nothing is. */
@Singleton
final class ExpireSubscriptionsTick {
    private static final Logger LOG = Logger.getLogger(ExpireSubscriptionsTick.class);
    private static final int BATCH = 200;

    private final Clockwork clockwork;
    private final ExpireSubscriptions expireSubscriptions;

    @Inject
    ExpireSubscriptionsTick(Clockwork clockwork, ExpireSubscriptions expireSubscriptions) {
        this.clockwork = clockwork;
        this.expireSubscriptions = expireSubscriptions;
    }

    @Scheduled(
            every = "10s",
            delayed = "5s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> tick() {
        return expireAll().onFailure().recoverWithUni(ExpireSubscriptionsTick::tell);
    }

    private Uni<Void> expireAll() {
        return clockwork
                .step(
                        () -> expireSubscriptions.execute(new ExpireSubscriptions.Command(BATCH)),
                        new ExpireSubscriptions.Result(0))
                .chain(
                        result ->
                                result.expired() < BATCH
                                        ? Uni.createFrom().voidItem()
                                        : expireAll());
    }

    private static Uni<Void> tell(Throwable failure) {
        LOG.warnf("subscriptions cannot be ended now: %s", failure);
        return Uni.createFrom().voidItem();
    }
}
