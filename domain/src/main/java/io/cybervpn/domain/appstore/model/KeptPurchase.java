package io.cybervpn.domain.appstore.model;

import io.cybervpn.domain.appstore.StoreServiceId;
import java.time.Instant;
import java.util.Optional;

/**
 * A purchase as it counts here.
 *
 * @param appUser who has it at the store's side
 * @param service what it pays for
 * @param until up to when it is to be served; it counts up to here while it is listed
 * @param listed the store's side says that it is the latest of its product and its customer's
 */
public record KeptPurchase(
        PurchaseKey key,
        String appUser,
        StoreServiceId service,
        String product,
        Instant from,
        Instant until,
        Optional<Instant> refundedAt,
        boolean listed) {
    KeptPurchase unlisted() {
        return new KeptPurchase(key, appUser, service, product, from, until, refundedAt, false);
    }

    boolean isSameProduct(Purchase other) {
        return key.store().equals(other.key().store())
                && Purchase.family(product).equals(Purchase.family(other.product()));
    }
}
