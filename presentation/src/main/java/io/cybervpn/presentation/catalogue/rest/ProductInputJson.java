package io.cybervpn.presentation.catalogue.rest;

import io.cybervpn.application.catalogue.ProductDraft;
import io.cybervpn.application.catalogue.ProductView;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A product as staff want it.
 *
 * @param nameI18n by language tag; {@code en} is needed
 * @param active true when missing
 * @param sortOrder 0 when missing
 */
@Schema(
        name = "ProductInput",
        requiredProperties = {"code", "nameI18n", "descriptionI18n"})
public record ProductInputJson(
        @Nullable String code,
        @Nullable Map<String, @Nullable String> nameI18n,
        @Nullable Map<String, @Nullable String> descriptionI18n,
        @Nullable Boolean active,
        @Nullable Integer sortOrder) {
    static ProductInputJson of(ProductView product) {
        return new ProductInputJson(
                product.code(),
                Map.copyOf(product.nameI18n()),
                Map.copyOf(product.descriptionI18n()),
                product.active(),
                product.sortOrder());
    }

    ProductDraft toDraft() {
        return new ProductDraft(
                Given.text(code),
                Given.texts(nameI18n),
                Given.texts(descriptionI18n),
                active == null || active,
                sortOrder == null ? 0 : sortOrder);
    }
}
