package io.cybervpn.application.payment.port;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.RefundId;
import io.cybervpn.domain.shared.Money;
import java.util.Optional;

/**
 * A refund to be made or looked for.
 *
 * @param refund our own reference, by which the provider knows a repetition
 * @param paid what was paid
 * @param amount of the payment's currency, more than zero
 * @param reference the provider's id of the refund, once it is known
 */
public record RefundCall(RefundId refund, Paid paid, Money amount, Optional<String> reference) {
    /**
     * The payment whose money goes back.
     *
     * @param reference the provider's id of the invoice that was paid
     * @param received what came
     */
    public record Paid(PaymentId payment, AccountId payer, String reference, Money received) {}
}
