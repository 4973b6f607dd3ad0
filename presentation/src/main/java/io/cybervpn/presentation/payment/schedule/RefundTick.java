package io.cybervpn.presentation.payment.schedule;

import io.cybervpn.application.payment.SendRefunds;
import io.cybervpn.presentation.shared.schedule.Clockwork;
import io.cybervpn.presentation.shared.schedule.Roles;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Sends refunds and looks after those on their way, every second, on every instance. */
@Singleton
final class RefundTick {
    private static final Logger LOG = Logger.getLogger(RefundTick.class);

    private final Clockwork clockwork;
    private final SendRefunds sendRefunds;

    @Inject
    RefundTick(Clockwork clockwork, SendRefunds sendRefunds) {
        this.clockwork = clockwork;
        this.sendRefunds = sendRefunds;
    }

    @Scheduled(
            every = "${cybervpn.payment.every:1s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Roles.NoWorker.class)
    Uni<Void> tick() {
        return clockwork
                .step(sendRefunds::execute, new SendRefunds.Report(0, 0))
                .invoke(RefundTick::tell)
                .replaceWithVoid()
                .onFailure()
                .recoverWithUni(RefundTick::tell);
    }

    private static void tell(SendRefunds.Report report) {
        if (report.waiting() > 0) {
            LOG.warnf(
                    "%d of %d refunds wait for an answer of their provider",
                    report.waiting(), report.taken());
        }
    }

    private static Uni<Void> tell(Throwable failure) {
        LOG.errorf(failure, "some refunds could not be worked on and are tried again");
        return Uni.createFrom().voidItem();
    }
}
