package io.cybervpn.domain.billing.model;

import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.billing.PlanChangeMode;
import io.cybervpn.domain.catalogue.AddOnId;
import io.cybervpn.domain.catalogue.Offer;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import java.time.Instant;
import java.util.UUID;

/**
 * What never changes about an order.
 *
 * @param offer the snapshot that was bought
 * @param total what is to be paid, more than nothing
 * @param expiresAt until when it waits for its money
 */
public record OrderDetails(
        OrderId id,
        OrderRequest request,
        Offer offer,
        Money total,
        Instant createdAt,
        Instant expiresAt) {
    /** Refuses an order for nothing, which no payment could ever settle. */
    public OrderDetails {
        if (total.isZero()) {
            throw new IllegalArgumentException("an order for nothing: " + id);
        }
    }

    /** Whether a repeated request means this order: same wish, same way to pay. */
    public boolean isFor(Wish wish, OrderRequest repeated) {
        return request.equals(repeated) && Wish.of(offer).equals(wish);
    }

    /** Whether a repeated request for an add-on means this order. */
    public boolean isAddOn(UUID subscription, AddOnId addOn, Asset asset) {
        return total.asset().equals(asset)
                && request.purpose() instanceof Purpose.AddOn bought
                && bought.subscription().equals(subscription)
                && bought.addOn().equals(addOn);
    }

    /** Whether a repeated request for a change means this order. */
    public boolean isChange(Wish wish, UUID subscription, PlanChangeMode mode) {
        return Wish.of(offer).equals(wish)
                && request.purpose() instanceof Purpose.PlanChange change
                && change.subscription().equals(subscription)
                && change.mode() == mode;
    }
}
