package io.cybervpn.application.payment;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.model.Payment;
import io.cybervpn.domain.payment.repository.Payments;
import io.cybervpn.domain.payment.repository.Refunds;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Shows staff the refunds of a payment. Needs {@link Permission#PAYMENTS_READ}. */
@Singleton
public final class ListRefunds {
    private final UnitOfWork unitOfWork;
    private final Payments payments;
    private final Refunds refunds;

    @Inject
    ListRefunds(UnitOfWork unitOfWork, Payments payments, Refunds refunds) {
        this.unitOfWork = unitOfWork;
        this.payments = payments;
        this.refunds = refunds;
    }

    /** Who asks, about which payment. */
    public record Query(Actor actor, PaymentId payment) {}

    /** The answer. */
    public sealed interface Result {
        /** All there are, oldest first. */
        record Listed(List<RefundView> refunds) implements Result {}

        /** There is no such payment. */
        record NoSuchPayment() implements Result {}

        /** The actor may not. */
        record Forbidden() implements Result {}
    }

    /** Answers. Changes nothing. */
    public Uni<Result> execute(Query query) {
        if (!query.actor().may(Permission.PAYMENTS_READ)) {
            return Uni.createFrom().item(new Result.Forbidden());
        }
        return unitOfWork.run(() -> payments.find(query.payment()).chain(this::list));
    }

    private Uni<Result> list(Optional<Payment> found) {
        return found.<Uni<Result>>map(
                        payment ->
                                refunds.ofPayment(payment.id())
                                        .map(all -> all.stream().map(RefundView::of).toList())
                                        .map(Result.Listed::new))
                .orElseGet(() -> Uni.createFrom().item(new Result.NoSuchPayment()));
    }
}
