package io.cybervpn.presentation.subscription.schedule;

import io.cybervpn.application.subscription.RunBulkJobs;
import io.cybervpn.presentation.shared.schedule.Clockwork;
import io.cybervpn.presentation.shared.schedule.Roles;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Does what is due of bulk jobs, batch after batch until nothing is. */
@Singleton
final class BulkJobsTick {
    private static final Logger LOG = Logger.getLogger(BulkJobsTick.class);
    private static final int BATCH = 100;

    private final Clockwork clockwork;
    private final RunBulkJobs runBulkJobs;

    @Inject
    BulkJobsTick(Clockwork clockwork, RunBulkJobs runBulkJobs) {
        this.clockwork = clockwork;
        this.runBulkJobs = runBulkJobs;
    }

    @Scheduled(
            every = "2s",
            delayed = "4s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Roles.NoWorker.class)
    Uni<Void> tick() {
        return runAll().onFailure().recoverWithUni(BulkJobsTick::tell);
    }

    private Uni<Void> runAll() {
        return clockwork
                .step(
                        () -> runBulkJobs.execute(new RunBulkJobs.Command(BATCH)),
                        new RunBulkJobs.Result(0))
                .chain(result -> result.rows() < BATCH ? Uni.createFrom().voidItem() : runAll());
    }

    private static Uni<Void> tell(Throwable failure) {
        LOG.warnf("bulk jobs cannot be done now: %s", failure);
        return Uni.createFrom().voidItem();
    }
}
