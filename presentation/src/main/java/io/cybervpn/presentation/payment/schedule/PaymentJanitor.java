package io.cybervpn.presentation.payment.schedule;

import io.cybervpn.application.payment.ResolveOpenPayments;
import io.cybervpn.presentation.shared.schedule.Clockwork;
import io.cybervpn.presentation.shared.schedule.Roles;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Looks after payments that are due every second, on every instance: a push that only says "look"
 * is money that a customer waits for. Providers are asked side by side, each with one question at a
 * time: nobody waits for one that is slow or dead.
 */
@Singleton
final class PaymentJanitor {
    private static final Logger LOG = Logger.getLogger(PaymentJanitor.class);

    private final Clockwork clockwork;
    private final ResolveOpenPayments resolveOpenPayments;
    private final Set<String> busy = ConcurrentHashMap.newKeySet();

    @Inject
    PaymentJanitor(Clockwork clockwork, ResolveOpenPayments resolveOpenPayments) {
        this.clockwork = clockwork;
        this.resolveOpenPayments = resolveOpenPayments;
    }

    @Scheduled(
            every = "${cybervpn.payment.every:1s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Roles.NoWorker.class)
    Uni<Void> tick() {
        return clockwork
                .step(() -> resolveOpenPayments.begin(Set.copyOf(busy)), List.of())
                .invoke(rounds -> rounds.forEach(this::run))
                .replaceWithVoid()
                .onFailure()
                .invoke(PaymentJanitor::tell)
                .onFailure()
                .recoverWithNull();
    }

    /** Goes on after the tick; the provider is busy until then. */
    private void run(ResolveOpenPayments.Round round) {
        String provider = round.provider();
        busy.add(provider);
        clockwork
                .step(round::run, new ResolveOpenPayments.Report(0, List.of()))
                .onTermination()
                .invoke(() -> busy.remove(provider))
                .subscribe()
                .with(PaymentJanitor::tell, PaymentJanitor::tell);
    }

    private static void tell(ResolveOpenPayments.Report report) {
        if (!report.unavailable().isEmpty()) {
            LOG.warnf(
                    "%d open payments are looked at later, no answer from %s",
                    report.taken(), report.unavailable());
        }
    }

    private static void tell(Throwable failure) {
        LOG.errorf(failure, "some open payments could not be resolved and are tried again");
    }
}
