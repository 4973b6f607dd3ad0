package io.cybervpn.application.invoicing;

import io.cybervpn.application.shared.EventHandler;
import io.cybervpn.domain.payment.PaymentRefundUndone;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * Cancels the credit note of a refund that did not come true: it keeps its number and counts no
 * longer. Repeatable.
 */
@Singleton
public final class CancelCreditOnRefundUndone implements EventHandler<PaymentRefundUndone> {
    private final NoteDesk desk;

    @Inject
    CancelCreditOnRefundUndone(NoteDesk desk) {
        this.desk = desk;
    }

    @Override
    public Class<PaymentRefundUndone> event() {
        return PaymentRefundUndone.class;
    }

    @Override
    public String name() {
        return "invoicing.cancel-credit-note";
    }

    @Override
    public Uni<Void> handle(PaymentRefundUndone event) {
        return event.fromSale().isZero()
                ? Uni.createFrom().voidItem()
                : desk.cancel(new NoteDesk.Gone(event.refund(), event.subject(), event.fromSale()));
    }
}
