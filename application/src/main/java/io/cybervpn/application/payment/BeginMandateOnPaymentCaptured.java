package io.cybervpn.application.payment;

import io.cybervpn.application.shared.EventHandler;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.payment.PaymentCaptured;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Notes that the first money of an agreement came, whoever heard of it. Repeatable. */
@Singleton
public final class BeginMandateOnPaymentCaptured implements EventHandler<PaymentCaptured> {
    private final UnitOfWork unitOfWork;
    private final MandateBook book;

    @Inject
    BeginMandateOnPaymentCaptured(UnitOfWork unitOfWork, MandateBook book) {
        this.unitOfWork = unitOfWork;
        this.book = book;
    }

    @Override
    public Class<PaymentCaptured> event() {
        return PaymentCaptured.class;
    }

    @Override
    public String name() {
        return "payment.begin-mandate";
    }

    @Override
    public Uni<Void> handle(PaymentCaptured event) {
        return unitOfWork.run(
                () ->
                        book.mandates()
                                .lock(event.payment())
                                .chain(
                                        found ->
                                                found.map(
                                                                one ->
                                                                        book.put(
                                                                                one,
                                                                                one.begun(
                                                                                        event
                                                                                                .paidAt())))
                                                        .orElseGet(
                                                                () ->
                                                                        Uni.createFrom()
                                                                                .voidItem())));
    }
}
