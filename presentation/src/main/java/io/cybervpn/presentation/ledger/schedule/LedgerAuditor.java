package io.cybervpn.presentation.ledger.schedule;

import io.cybervpn.application.ledger.ProveLedger;
import io.cybervpn.application.schedule.port.ScheduledTask;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Difference;
import io.cybervpn.domain.schedule.Rhythm;
import io.cybervpn.domain.schedule.TaskName;
import io.cybervpn.presentation.shared.schedule.Clockwork;
import io.cybervpn.presentation.shared.schedule.Rhythms;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Proves the books now and then (every hour, or {@code cybervpn.ledger.proof-every}): differences
 * are a metric to alert on and errors in the log.
 */
@Startup // its gauges are there from the start
@Singleton
final class LedgerAuditor implements ScheduledTask {
    private static final Logger LOG = Logger.getLogger(LedgerAuditor.class);

    private static final TaskName NAME = new TaskName("ledger.prove");

    private final Clockwork clockwork;
    private final ProveLedger proveLedger;
    private final Optional<Rhythm> rhythm;
    private final AtomicInteger differences = new AtomicInteger();

    @Inject
    LedgerAuditor(
            Clockwork clockwork, ProveLedger proveLedger, Rhythms rhythms, MeterRegistry metrics) {
        this.clockwork = clockwork;
        this.proveLedger = proveLedger;
        this.rhythm = rhythms.every("cybervpn.ledger.proof-every", Duration.ofHours(1));
        Gauge.builder("cybervpn.ledger.differences", differences, AtomicInteger::get)
                .description("Differences that the last proof of the books found; must be 0")
                .register(metrics);
    }

    @Override
    public TaskName task() {
        return NAME;
    }

    @Override
    public Optional<Rhythm> rhythm() {
        return rhythm;
    }

    @Override
    public Uni<Long> run() {
        return clockwork.longStep(this::prove, 0L);
    }

    @Override
    public void ranElsewhere(long found) {
        differences.set(Math.toIntExact(found));
    }

    private Uni<Long> prove() {
        return proveLedger
                .execute(new Actor.System())
                .invoke(this::tell)
                .map(_ -> (long) differences.get());
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
}
