package io.cybervpn.application.subscription;

import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.cybervpn.domain.subscription.model.Deed;
import io.cybervpn.domain.subscription.model.Extension;
import io.cybervpn.domain.subscription.repository.Subscriptions;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * Tells other contexts which orders gave time to which subscription. Joins the caller's unit of
 * work. Checks no owner: for our own code, not for requests.
 */
@Singleton
public final class FindOrders {
    private final UnitOfWork unitOfWork;
    private final Subscriptions subscriptions;

    @Inject
    public FindOrders(UnitOfWork unitOfWork, Subscriptions subscriptions) {
        this.unitOfWork = unitOfWork;
        this.subscriptions = subscriptions;
    }

    /** The orders of a subscription, in the order in which they gave time. */
    public Uni<List<OrderId>> of(SubscriptionId subscription) {
        return unitOfWork.run(() -> subscriptions.deedsOf(subscription).map(FindOrders::orders));
    }

    /** The subscription of an order; empty while it has given no time. */
    public Uni<Optional<SubscriptionId>> subscriptionOf(OrderId order) {
        return unitOfWork.run(() -> subscriptions.ofOrder(order));
    }

    private static List<OrderId> orders(List<Deed> deeds) {
        return deeds.stream()
                .filter(Extension.class::isInstance)
                .map(Extension.class::cast)
                .map(Extension::order)
                .toList();
    }
}
