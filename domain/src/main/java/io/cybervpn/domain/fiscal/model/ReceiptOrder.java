package io.cybervpn.domain.fiscal.model;

import io.cybervpn.domain.fiscal.FiscalReceiptId;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.shared.Money;
import java.time.Instant;
import java.util.UUID;

/**
 * What has to be told.
 *
 * @param registrar who makes it, such as {@code nalog}; one receipt of a payment and all that
 *     follow have the same
 * @param about with {@code cause} the key of the receipt: the payment's id, or the refund's
 * @param amount what came, what went back, or what did not go back after all; more than zero
 * @param paidAt when the provider took the payment
 * @param happenedAt when it came, went back, or turned out not to have gone back
 */
public record ReceiptOrder(
        FiscalReceiptId id,
        String registrar,
        ReceiptCause cause,
        PaymentId payment,
        UUID about,
        Money amount,
        Instant paidAt,
        Instant happenedAt,
        Instant createdAt) {
    /** Refuses a receipt over nothing. */
    public ReceiptOrder {
        if (amount.isZero()) {
            throw new IllegalArgumentException("a fiscal receipt over nothing");
        }
    }
}
