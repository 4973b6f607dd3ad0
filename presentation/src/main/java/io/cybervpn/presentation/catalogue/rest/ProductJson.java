package io.cybervpn.presentation.catalogue.rest;

import io.cybervpn.application.catalogue.ProductView;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A product as staff see it.
 *
 * @param nameI18n by language tag
 * @param active whether its plans may be on sale
 * @param version to be sent with an edit
 */
@Schema(name = "Product")
public record ProductJson(
        UUID id,
        String code,
        Map<String, String> nameI18n,
        Map<String, String> descriptionI18n,
        boolean active,
        int sortOrder,
        long version,
        Instant createdAt,
        Instant updatedAt) {
    static ProductJson of(ProductView product) {
        return new ProductJson(
                product.id().value(),
                product.code(),
                product.nameI18n(),
                product.descriptionI18n(),
                product.active(),
                product.sortOrder(),
                product.version(),
                product.createdAt(),
                product.updatedAt());
    }
}
