package io.cybervpn.presentation.fiscal.schedule;

import io.cybervpn.application.fiscal.QueueReceipts;
import io.cybervpn.application.fiscal.SendReceipts;
import io.cybervpn.presentation.shared.schedule.Clockwork;
import io.cybervpn.presentation.shared.schedule.Roles;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Queues fiscal receipts and makes those that are due, every ten seconds, on every instance. */
@Singleton
final class FiscalTick {
    private static final Logger LOG = Logger.getLogger(FiscalTick.class);

    private final Clockwork clockwork;
    private final QueueReceipts queueReceipts;
    private final SendReceipts sendReceipts;

    @Inject
    FiscalTick(Clockwork clockwork, QueueReceipts queueReceipts, SendReceipts sendReceipts) {
        this.clockwork = clockwork;
        this.queueReceipts = queueReceipts;
        this.sendReceipts = sendReceipts;
    }

    @Scheduled(
            every = "${cybervpn.fiscal.every:10s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Roles.NoWorker.class)
    Uni<Void> tick() {
        return clockwork
                .step(this::round, new SendReceipts.Report(0, 0))
                .invoke(FiscalTick::tell)
                .replaceWithVoid()
                .onFailure()
                .recoverWithUni(FiscalTick::tell);
    }

    private Uni<SendReceipts.Report> round() {
        return queueReceipts.execute().chain(_ -> sendReceipts.execute());
    }

    private static void tell(SendReceipts.Report report) {
        if (report.waiting() > 0) {
            LOG.warnf(
                    "%d of %d fiscal receipts could not be made and are tried again",
                    report.waiting(), report.taken());
        }
    }

    private static Uni<Void> tell(Throwable failure) {
        LOG.errorf(failure, "some fiscal receipts are tried again");
        return Uni.createFrom().voidItem();
    }
}
