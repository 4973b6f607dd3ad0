package io.cybervpn.presentation.ledger.schedule;

import io.cybervpn.application.ledger.ProveLedger;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Difference;
import io.cybervpn.presentation.shared.schedule.Clockwork;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Proves the books now and then (every hour, or {@code cybervpn.ledger.proof-every}): differences
 * are a metric to alert on and errors in the log.
 */
@Startup // its gauges are there from the start
@Singleton
final class LedgerAuditor {
    private static final Logger LOG = Logger.getLogger(LedgerAuditor.class);

    private final Clockwork clockwork;
    private final ProveLedger proveLedger;
    private final AtomicInteger differences = new AtomicInteger();

    @Inject
    LedgerAuditor(Clockwork clockwork, ProveLedger proveLedger, MeterRegistry metrics) {
        this.clockwork = clockwork;
        this.proveLedger = proveLedger;
        Gauge.builder("cybervpn.ledger.differences", differences, AtomicInteger::get)
                .description("Differences that the last proof of the books found; must be 0")
                .register(metrics);
    }

    @Scheduled(
            every = "${cybervpn.ledger.proof-every:1h}",
            delayed = "30s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> tick() {
        return clockwork.step(this::prove).onFailure().recoverWithUni(LedgerAuditor::tell);
    }

    private Uni<Void> prove() {
        return proveLedger.execute(new Actor.System()).invoke(this::tell).replaceWithVoid();
    }

    private void tell(ProveLedger.Result result) {
        switch (result) {
            case ProveLedger.Result.Proved(var report) -> {
                differences.set(report.differences().size());
                report.differences().forEach(LedgerAuditor::tell);
            }
            case ProveLedger.Result.Forbidden() ->
                    throw new IllegalStateException("the system may read its own books");
        }
    }

    private static void tell(Difference difference) {
        LOG.errorf(
                "the books do not fit: %s, %s, %s",
                difference.check(), difference.subject(), difference.detail());
    }

    private static Uni<Void> tell(Throwable failure) {
        LOG.warnf("the books could not be proved now: %s", failure);
        return Uni.createFrom().voidItem();
    }
}
