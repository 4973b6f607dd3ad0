package io.cybervpn.application.invoicing;

import io.cybervpn.application.shared.EventHandler;
import io.cybervpn.domain.invoicing.InvoiceId;
import io.cybervpn.domain.payment.PaymentExpired;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * Gives back what the debtor's wallet had set aside for an invoice beside a payment that nobody
 * made. Where another is on its way, its money pays the invoice if the wallet then has the rest.
 */
@Singleton
public final class ReleaseInvoiceShareOnPaymentExpired implements EventHandler<PaymentExpired> {
    private final InvoiceShare share;

    @Inject
    ReleaseInvoiceShareOnPaymentExpired(InvoiceShare share) {
        this.share = share;
    }

    @Override
    public Class<PaymentExpired> event() {
        return PaymentExpired.class;
    }

    @Override
    public String name() {
        return "invoicing.release-share";
    }

    @Override
    public Uni<Void> handle(PaymentExpired event) {
        return share.release(new InvoiceId(event.subject()));
    }
}
