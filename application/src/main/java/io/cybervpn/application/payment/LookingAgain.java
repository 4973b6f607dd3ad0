package io.cybervpn.application.payment;

import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.model.Payment;
import io.cybervpn.domain.payment.repository.Payments;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Takes a provider's word that something happened to a payment: {@link ResolveOpenPayments} asks it
 * soon, outside of any unit of work. Repeatable.
 */
@Singleton
final class LookingAgain {
    private final UnitOfWork unitOfWork;
    private final Payments payments;
    private final Clock clock;

    @Inject
    LookingAgain(UnitOfWork unitOfWork, Payments payments, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.payments = payments;
        this.clock = clock;
    }

    /** What a provider spoke of. */
    record Hint(PaymentId payment, String provider) {}

    /**
     * Makes payments due.
     *
     * @return the hints about payments that exist and are this provider's; others change nothing
     */
    Uni<Set<Hint>> lookNow(Set<Hint> hints) {
        return hints.isEmpty()
                ? Uni.createFrom().item(Set.of())
                : unitOfWork.run(() -> lockThenLook(hints));
    }

    private Uni<Set<Hint>> lockThenLook(Set<Hint> hints) {
        return payments.lockAll(ids(hints)).map(held -> right(held, hints)).call(this::look);
    }

    private static Set<Hint> right(List<Payment> held, Set<Hint> hints) {
        return held.stream()
                .map(payment -> new Hint(payment.id(), payment.request().provider()))
                .filter(hints::contains)
                .collect(Collectors.toSet());
    }

    private Uni<Void> look(Set<Hint> hints) {
        return payments.lookNow(ids(hints), clock.instant());
    }

    private static Set<PaymentId> ids(Set<Hint> hints) {
        return hints.stream().map(Hint::payment).collect(Collectors.toSet());
    }
}
