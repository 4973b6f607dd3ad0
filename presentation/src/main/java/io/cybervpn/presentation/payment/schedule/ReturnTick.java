package io.cybervpn.presentation.payment.schedule;

import io.cybervpn.application.payment.AskAboutReturns;
import io.cybervpn.presentation.shared.schedule.Clockwork;
import io.cybervpn.presentation.shared.schedule.Roles;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Asks providers about money that went back past us, every second, on every instance. */
@Singleton
final class ReturnTick {
    private static final Logger LOG = Logger.getLogger(ReturnTick.class);

    private final Clockwork clockwork;
    private final AskAboutReturns askAboutReturns;

    @Inject
    ReturnTick(Clockwork clockwork, AskAboutReturns askAboutReturns) {
        this.clockwork = clockwork;
        this.askAboutReturns = askAboutReturns;
    }

    @Scheduled(
            every = "${cybervpn.payment.every:1s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Roles.NoWorker.class)
    Uni<Void> tick() {
        return clockwork
                .step(askAboutReturns::execute, new AskAboutReturns.Report(0, 0))
                .invoke(ReturnTick::tell)
                .replaceWithVoid()
                .onFailure()
                .recoverWithUni(ReturnTick::tell);
    }

    private static void tell(AskAboutReturns.Report report) {
        if (report.waiting() > 0) {
            LOG.warnf(
                    "%d of %d inquiries about refunds are asked again later",
                    report.waiting(), report.taken());
        }
    }

    private static Uni<Void> tell(Throwable failure) {
        LOG.errorf(failure, "some inquiries about refunds failed and are tried again");
        return Uni.createFrom().voidItem();
    }
}
