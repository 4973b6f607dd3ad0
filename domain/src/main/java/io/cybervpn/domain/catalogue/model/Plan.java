package io.cybervpn.domain.catalogue.model;

import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.domain.catalogue.ProductId;
import java.time.Instant;

/**
 * A plan: one of the things a product is sold as.
 *
 * @param version 1 for a new plan, one more with each edit; who edits names the version he saw
 * @param updatedAt when this version was made
 */
public record Plan(
        PlanId id,
        ProductId product,
        PlanContent content,
        long version,
        Instant createdAt,
        Instant updatedAt) {
    /** A plan that was just made. */
    public static Plan create(PlanId id, ProductId product, PlanContent content, Instant now) {
        return new Plan(id, product, content, 1, now, now);
    }

    /** The next version of this plan. */
    public Plan edit(ProductId newProduct, PlanContent newContent, Instant now) {
        return new Plan(id, newProduct, newContent, version + 1, createdAt, now);
    }
}
