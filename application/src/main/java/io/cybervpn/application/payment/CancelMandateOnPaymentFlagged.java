package io.cybervpn.application.payment;

import io.cybervpn.application.shared.EventHandler;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.payment.PaymentFlagged;
import io.cybervpn.domain.payment.model.Mandate;
import io.cybervpn.domain.payment.model.Mandate.Standing;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * The first money of an agreement did not fit: nothing is granted for it, so nothing more shall be
 * taken. One that runs goes on: what was flagged is other money. Repeatable.
 */
@Singleton
public final class CancelMandateOnPaymentFlagged implements EventHandler<PaymentFlagged> {
    private final UnitOfWork unitOfWork;
    private final MandateBook book;

    @Inject
    CancelMandateOnPaymentFlagged(UnitOfWork unitOfWork, MandateBook book) {
        this.unitOfWork = unitOfWork;
        this.book = book;
    }

    @Override
    public Class<PaymentFlagged> event() {
        return PaymentFlagged.class;
    }

    @Override
    public String name() {
        return "payment.cancel-mandate";
    }

    @Override
    public Uni<Void> handle(PaymentFlagged event) {
        return unitOfWork.run(
                () ->
                        book.mandates()
                                .lock(event.payment())
                                .map(found -> found.filter(CancelMandateOnPaymentFlagged::isUnpaid))
                                .chain(
                                        found ->
                                                found.map(this::cancel)
                                                        .orElseGet(
                                                                () ->
                                                                        Uni.createFrom()
                                                                                .voidItem())));
    }

    private Uni<Void> cancel(Mandate mandate) {
        return book.put(mandate, mandate.cancelled(book.now()));
    }

    private static boolean isUnpaid(Mandate mandate) {
        return mandate.standing() instanceof Standing.Offered;
    }
}
