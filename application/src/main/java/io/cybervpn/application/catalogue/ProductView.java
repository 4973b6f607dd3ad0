package io.cybervpn.application.catalogue;

import io.cybervpn.domain.catalogue.ProductId;
import io.cybervpn.domain.catalogue.model.Product;
import java.time.Instant;
import java.util.Map;

/**
 * A product as staff see it.
 *
 * @param nameI18n by language tag; {@code en} is always there
 * @param version to be named by who edits it
 */
public record ProductView(
        ProductId id,
        String code,
        Map<String, String> nameI18n,
        Map<String, String> descriptionI18n,
        boolean active,
        int sortOrder,
        long version,
        Instant createdAt,
        Instant updatedAt) {
    /** Copies the texts. */
    public ProductView {
        nameI18n = Map.copyOf(nameI18n);
        descriptionI18n = Map.copyOf(descriptionI18n);
    }

    /** For staff. */
    public static ProductView of(Product product) {
        return new ProductView(
                product.id(),
                product.content().code(),
                product.content().name().byTag(),
                product.content().description().byTag(),
                product.content().active(),
                product.content().sortOrder(),
                product.version(),
                product.createdAt(),
                product.updatedAt());
    }
}
