package io.cybervpn.application.invoicing;

import io.cybervpn.application.shared.EventHandler;
import io.cybervpn.domain.payment.PaymentRefunded;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * Makes the credit note of a refund (B4.12), one of each: of that part of the money which had paid
 * for the invoice. Money that had not paid for one, such as what lay in the wallet, has no note.
 */
@Singleton
public final class CreditOnPaymentRefunded implements EventHandler<PaymentRefunded> {
    private final NoteDesk desk;

    @Inject
    CreditOnPaymentRefunded(NoteDesk desk) {
        this.desk = desk;
    }

    @Override
    public Class<PaymentRefunded> event() {
        return PaymentRefunded.class;
    }

    @Override
    public String name() {
        return "invoicing.issue-credit-note";
    }

    @Override
    public Uni<Void> handle(PaymentRefunded event) {
        return event.fromSale().isZero()
                ? Uni.createFrom().voidItem()
                : desk.credit(new NoteDesk.Gone(event.refund(), event.subject(), event.fromSale()));
    }
}
