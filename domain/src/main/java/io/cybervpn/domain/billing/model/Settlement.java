package io.cybervpn.domain.billing.model;

import io.cybervpn.domain.billing.OrderPaid;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.shared.Money;

/** Whether money pays an order. */
public sealed interface Settlement {
    /** It does: take the total, leave the rest with the buyer, and tell. */
    record Settled(Order.Paid order, OrderPaid event) implements Settlement {}

    /** This very payment did before. */
    record SettledBefore(Order.Paid order) implements Settlement {}

    /** Another payment did before: this money stays the buyer's. */
    record PaidByAnother(PaymentId payment) implements Settlement {}

    /** Its buyer cancelled it: this money stays his, the order as it was. */
    record NotWanted() implements Settlement {}

    /** Too little, or of another asset: it stays the buyer's, the order as it was. */
    record NotEnough(Money total, Money received) implements Settlement {}
}
