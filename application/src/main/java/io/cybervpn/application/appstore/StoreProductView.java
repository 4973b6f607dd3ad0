package io.cybervpn.application.appstore;

import io.cybervpn.domain.appstore.model.StoreProduct;
import io.cybervpn.domain.catalogue.PlanId;
import java.time.Instant;
import java.util.Optional;

/**
 * Which plan a product stands for, as staff see it.
 *
 * @param days of purchases that have no end of their own
 */
public record StoreProductView(
        String store, String product, PlanId plan, Optional<Integer> days, Instant updatedAt) {
    static StoreProductView of(StoreProduct product) {
        return new StoreProductView(
                product.store(),
                product.product(),
                product.plan(),
                product.days(),
                product.updatedAt());
    }
}
