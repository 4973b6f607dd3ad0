package io.cybervpn.presentation.payment.schedule;

import io.cybervpn.application.payment.BookProviderFees;
import io.cybervpn.application.payment.BookProviderFees.Outcome;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.logging.Logger;

/** Books every hour what providers kept; each fee once, however many instances do it. */
@Singleton
final class FeesTick {
    private static final Logger LOG = Logger.getLogger(FeesTick.class);

    private final BookProviderFees bookProviderFees;

    @Inject
    FeesTick(BookProviderFees bookProviderFees) {
        this.bookProviderFees = bookProviderFees;
    }

    @Scheduled(
            every = "${cybervpn.fees.every:1h}",
            delayed = "60s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> tick() {
        return bookProviderFees
                .execute()
                .invoke(FeesTick::tell)
                .replaceWithVoid()
                .onFailure()
                .recoverWithUni(FeesTick::tell);
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

    private static Uni<Void> tell(Throwable failure) {
        LOG.warnf("fees cannot be booked now: %s", failure);
        return Uni.createFrom().voidItem();
    }
}
