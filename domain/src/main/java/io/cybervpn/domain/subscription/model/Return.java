package io.cybervpn.domain.subscription.model;

import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.payment.RefundId;
import io.cybervpn.domain.shared.Money;
import java.time.Instant;

/**
 * Money that had paid for an order went back.
 *
 * @param amount the part of {@code total} that went back with this refund
 * @param total what the order cost
 * @param undone it did not come true after all, and counts for nothing
 */
public record Return(
        RefundId refund, OrderId order, Money amount, Money total, boolean undone, Instant at) {
    /** Refuses more than there was. */
    public Return {
        if (amount.isZero() || amount.compareTo(total) > 0) {
            throw new IllegalArgumentException(amount + " of " + total + " went back");
        }
    }
}
