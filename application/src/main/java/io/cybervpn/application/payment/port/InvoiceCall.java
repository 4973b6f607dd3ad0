package io.cybervpn.application.payment.port;

import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.shared.Money;
import java.time.Duration;
import java.util.Optional;

/**
 * An invoice to be made.
 *
 * @param payment our own reference: the provider must give it back with the invoice
 * @param description shown to the payer, 1 to 1024 characters
 * @param payableFor more than zero; the gateway rounds to what the provider can do
 * @param keep the payer agreed that the provider keeps what he pays with; one that cannot ignores
 *     it
 * @param every the payer agreed that the provider takes the same again so often; only for one that
 *     can, see {@link RecurringGateway}
 */
public record InvoiceCall(
        PaymentId payment,
        Money amount,
        String description,
        Duration payableFor,
        boolean keep,
        Optional<Duration> every) {
    /** One that keeps nothing. */
    public InvoiceCall(PaymentId payment, Money amount, String description, Duration payableFor) {
        this(payment, amount, description, payableFor, false, Optional.empty());
    }
}
