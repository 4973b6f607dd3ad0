package io.cybervpn.domain.catalogue.model;

import io.cybervpn.domain.catalogue.ProductId;
import java.time.Instant;

/**
 * A line of plans that belong together, such as the VPN itself.
 *
 * @param version 1 for a new product, one more with each edit
 * @param updatedAt when this version was made
 */
public record Product(
        ProductId id, ProductContent content, long version, Instant createdAt, Instant updatedAt) {
    /** A product that was just made. */
    public static Product create(ProductId id, ProductContent content, Instant now) {
        return new Product(id, content, 1, now, now);
    }

    /** The next version of this product. */
    public Product edit(ProductContent newContent, Instant now) {
        return new Product(id, newContent, version + 1, createdAt, now);
    }
}
