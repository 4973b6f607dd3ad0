package io.cybervpn.infrastructure.billing.subscription;

import io.cybervpn.application.billing.port.OrderedSubscriptions;
import io.cybervpn.application.renewal.Charging;
import io.cybervpn.application.subscription.FindOrders;
import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** Asks subscription and renewal on behalf of billing. */
@Singleton
final class OrderedBridge implements OrderedSubscriptions {
    private final FindOrders findOrders;
    private final Charging charging;

    @Inject
    OrderedBridge(FindOrders findOrders, Charging charging) {
        this.findOrders = findOrders;
        this.charging = charging;
    }

    @Override
    public Uni<Optional<UUID>> ofOrder(OrderId order) {
        return findOrders.subscriptionOf(order).map(found -> found.map(SubscriptionId::value));
    }

    @Override
    public Uni<Boolean> chargedByProvider(UUID subscription) {
        return charging.running(new SubscriptionId(subscription)).map(Optional::isPresent);
    }
}
