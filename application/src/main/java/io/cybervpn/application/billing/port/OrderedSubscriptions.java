package io.cybervpn.application.billing.port;

import io.cybervpn.domain.billing.OrderId;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;

/**
 * What became of orders. Billing stands below subscription and asks through this port. Joins the
 * caller's unit of work.
 */
public interface OrderedSubscriptions {
    /** The subscription that an order gave time to; empty while it has not. */
    Uni<Optional<UUID>> ofOrder(OrderId order);

    /** Whether a provider charges for a subscription by itself, as far as we know. */
    Uni<Boolean> chargedByProvider(UUID subscription);
}
