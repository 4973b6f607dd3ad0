package io.cybervpn.presentation.renewal.schedule;

import io.cybervpn.application.renewal.RunRenewals;
import io.cybervpn.presentation.shared.schedule.Clockwork;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Looks after the ends of subscriptions every 20 s, batch after batch until none is due. */
@Singleton
final class RenewalTick {
    private static final Logger LOG = Logger.getLogger(RenewalTick.class);
    private static final int BATCH = 100;

    private final Clockwork clockwork;
    private final RunRenewals runRenewals;

    @Inject
    RenewalTick(Clockwork clockwork, RunRenewals runRenewals) {
        this.clockwork = clockwork;
        this.runRenewals = runRenewals;
    }

    @Scheduled(
            every = "20s",
            delayed = "7s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> tick() {
        return runAll().onFailure().recoverWithUni(RenewalTick::tell);
    }

    private Uni<Void> runAll() {
        return clockwork
                .step(
                        () -> runRenewals.execute(new RunRenewals.Command(BATCH)),
                        new RunRenewals.Result(0))
                .chain(result -> result.taken() < BATCH ? Uni.createFrom().voidItem() : runAll());
    }

    private static Uni<Void> tell(Throwable failure) {
        LOG.warnf("some renewals have to wait: %s", failure);
        return Uni.createFrom().voidItem();
    }
}
