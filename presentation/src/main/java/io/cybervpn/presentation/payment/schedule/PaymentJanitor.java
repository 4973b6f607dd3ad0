package io.cybervpn.presentation.payment.schedule;

import io.cybervpn.application.payment.ResolveOpenPayments;
import io.cybervpn.presentation.shared.schedule.Clockwork;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Looks after payments that are due every second, on every instance: a push that only says "look"
 * is money that a customer waits for.
 */
@Singleton
final class PaymentJanitor {
    private static final Logger LOG = Logger.getLogger(PaymentJanitor.class);

    private final Clockwork clockwork;
    private final ResolveOpenPayments resolveOpenPayments;

    @Inject
    PaymentJanitor(Clockwork clockwork, ResolveOpenPayments resolveOpenPayments) {
        this.clockwork = clockwork;
        this.resolveOpenPayments = resolveOpenPayments;
    }

    @Scheduled(
            every = "${cybervpn.payment.every:1s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> tick() {
        return clockwork
                .step(resolveOpenPayments::execute, new ResolveOpenPayments.Report(0, List.of()))
                .invoke(PaymentJanitor::tell)
                .replaceWithVoid()
                .onFailure()
                .recoverWithUni(PaymentJanitor::tell);
    }

    private static void tell(ResolveOpenPayments.Report report) {
        if (!report.unavailable().isEmpty()) {
            LOG.warnf(
                    "%d open payments are looked at later, no answer from %s",
                    report.taken(), report.unavailable());
        }
    }

    private static Uni<Void> tell(Throwable failure) {
        LOG.errorf(failure, "some open payments could not be resolved and are tried again");
        return Uni.createFrom().voidItem();
    }
}
