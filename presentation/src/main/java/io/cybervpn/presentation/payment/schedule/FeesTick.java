package io.cybervpn.presentation.payment.schedule;

import io.cybervpn.application.payment.BookProviderFees;
import io.cybervpn.application.payment.BookProviderFees.Outcome;
import io.cybervpn.application.schedule.port.ScheduledTask;
import io.cybervpn.domain.schedule.Rhythm;
import io.cybervpn.domain.schedule.TaskName;
import io.cybervpn.presentation.shared.schedule.Rhythms;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Books every hour what providers kept; each fee once, however many instances do it. */
@Singleton
final class FeesTick implements ScheduledTask {
    private static final Logger LOG = Logger.getLogger(FeesTick.class);
    private static final TaskName NAME = new TaskName("payment.book-fees");

    private final BookProviderFees bookProviderFees;
    private final Optional<Rhythm> rhythm;

    @Inject
    FeesTick(BookProviderFees bookProviderFees, Rhythms rhythms) {
        this.bookProviderFees = bookProviderFees;
        this.rhythm = rhythms.every("cybervpn.fees.every", Duration.ofHours(1));
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
        return bookProviderFees.execute().invoke(FeesTick::tell).map(FeesTick::booked);
    }

    private static void tell(List<Outcome> outcomes) {
        outcomes.forEach(
                outcome ->
                        outcome.unavailable()
                                .ifPresent(
                                        why ->
                                                LOG.warnf(
                                                        "fees of %s are not read to the end: %s",
                                                        outcome.provider(), why)));
    }

    private static long booked(List<Outcome> outcomes) {
        return outcomes.stream().mapToLong(Outcome::booked).sum();
    }
}
