package io.cybervpn.application.payment.port;

import io.cybervpn.domain.payment.model.Receipt;

/** What a provider says of an invoice. */
public sealed interface InvoiceStatus {
    /** It can be paid. */
    record Active() implements InvoiceStatus {}

    /** It was paid. */
    record Paid(Receipt receipt) implements InvoiceStatus {}

    /** It cannot be paid any more, or is not there any more. */
    record Over() implements InvoiceStatus {}

    /**
     * The provider says that it was refused, cancelled or has run out, unpaid and for good: the
     * payer can begin anew at once.
     */
    record Ended() implements InvoiceStatus {}
}
