package io.cybervpn.application.payment.port;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.RefundId;
import io.cybervpn.domain.shared.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * A refund to be made or looked for.
 *
 * @param refund our own reference, by which the provider knows a repetition
 * @param paid what was paid
 * @param amount of the payment's currency, more than zero
 * @param requestedAt when it was promised: the provider has none from before
 * @param reference the provider's id of the refund, once it is known
 */
public record RefundCall(
        RefundId refund, Paid paid, Money amount, Instant requestedAt, Optional<String> reference) {
    /**
     * The payment whose money goes back.
     *
     * @param reference the provider's id of the invoice that was paid
     * @param received what came
     * @param paidAt when the provider took it
     * @param returned what has gone back to the provider by other refunds
     */
    public record Paid(
            PaymentId payment,
            AccountId payer,
            String reference,
            Money received,
            Instant paidAt,
            Money returned) {}
}
