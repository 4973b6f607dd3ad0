package io.cybervpn.domain.appstore.model;

import io.cybervpn.domain.catalogue.PlanId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which plan a product of a store stands for.
 *
 * @param store in lower case: {@link #STORE}
 * @param product 1 to 200 characters; without a base plan it stands for all of them
 * @param days how long a purchase lasts that has no end of its own, 1 to 3650
 */
public record StoreProduct(
        String store, String product, PlanId plan, Optional<Integer> days, Instant updatedAt) {
    /** The shape of a store's name. */
    public static final String STORE = "[a-z_]{1,32}";

    /** The longest name of a product. */
    public static final int PRODUCT_LENGTH_MAX = 200;

    /** The longest time that a purchase without an end may last. */
    public static final int DAYS_MAX = 3650;

    /** The one for a purchase: by its whole name, else by its name without the base plan. Pure. */
    static Optional<StoreProduct> of(Purchase purchase, List<StoreProduct> products) {
        return named(purchase, purchase.product(), products)
                .or(() -> named(purchase, Purchase.family(purchase.product()), products));
    }

    private static Optional<StoreProduct> named(
            Purchase purchase, String name, List<StoreProduct> products) {
        return products.stream()
                .filter(one -> one.store().equals(purchase.key().store()))
                .filter(one -> one.product().equals(name))
                .findFirst();
    }
}
