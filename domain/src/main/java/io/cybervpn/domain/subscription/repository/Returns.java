package io.cybervpn.domain.subscription.repository;

import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.cybervpn.domain.subscription.model.Return;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** What went back of what paid for subscriptions. Every method belongs to the open unit of work. */
public interface Returns {
    /** The subscription that an order gave time to; empty while it gave none. */
    Uni<Optional<SubscriptionId>> subscriptionOf(OrderId order);

    /**
     * Stores one, once per refund. One that was undone stays undone, whichever word came first.
     * Repeatable.
     */
    Uni<Void> note(Return returned);

    /** All for the orders of a subscription. */
    Uni<List<Return>> of(SubscriptionId subscription);
}
