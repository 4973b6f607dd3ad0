package io.cybervpn.application.payment.port;

import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.model.Invoice;

/** An invoice that a provider has and that carries our reference. */
public record FoundInvoice(PaymentId payment, Invoice invoice, InvoiceStatus status) {}
