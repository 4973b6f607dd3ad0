package io.cybervpn.application.payment.port;

import io.cybervpn.domain.payment.model.Receipt;

/** What a provider says of an invoice. */
public sealed interface InvoiceStatus {
    /** It can be paid. */
    record Active() implements InvoiceStatus {}

    /** It was paid. */
    record Paid(Receipt receipt) implements InvoiceStatus {}

    /** It cannot be paid any more: it expired or was deleted. */
    record Over() implements InvoiceStatus {}
}
