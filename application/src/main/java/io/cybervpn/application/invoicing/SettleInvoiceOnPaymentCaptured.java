package io.cybervpn.application.invoicing;

import io.cybervpn.application.shared.EventHandler;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.invoicing.InvoiceId;
import io.cybervpn.domain.invoicing.model.Invoice;
import io.cybervpn.domain.invoicing.repository.Invoices;
import io.cybervpn.domain.payment.PaymentCaptured;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Pays an invoice that staff wrote with the money that came in for it: its total moves from the
 * debtor's wallet to our revenue, and its tax is owed. Once per invoice: money of a second payment,
 * what is over, and what comes for one that was withdrawn stays in the wallet. One that was given
 * up is paid all the same. A payment for something else is left alone.
 */
@Singleton
public final class SettleInvoiceOnPaymentCaptured implements EventHandler<PaymentCaptured> {
    private final UnitOfWork unitOfWork;
    private final Invoices invoices;
    private final InvoiceTill till;

    @Inject
    SettleInvoiceOnPaymentCaptured(UnitOfWork unitOfWork, Invoices invoices, InvoiceTill till) {
        this.unitOfWork = unitOfWork;
        this.invoices = invoices;
        this.till = till;
    }

    @Override
    public Class<PaymentCaptured> event() {
        return PaymentCaptured.class;
    }

    @Override
    public String name() {
        return "invoicing.settle-invoice";
    }

    @Override
    public Uni<Void> handle(PaymentCaptured event) {
        InvoiceId id = new InvoiceId(event.subject());
        return unitOfWork.run(
                () ->
                        invoices.lockOf(event.subject())
                                .map(found -> found.filter(one -> one.id().equals(id)))
                                .chain(found -> settle(found, event)));
    }

    private Uni<Void> settle(Optional<Invoice> found, PaymentCaptured event) {
        return switch (found.orElse(null)) {
            case Invoice.Payable owed -> till.withWhatCame(owed, event);
            case Invoice.Draft _, Invoice.Paid _, Invoice.Voided _ -> Uni.createFrom().voidItem();
            case null -> Uni.createFrom().voidItem();
        };
    }
}
