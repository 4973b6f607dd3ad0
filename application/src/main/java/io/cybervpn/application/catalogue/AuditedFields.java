package io.cybervpn.application.catalogue;

import io.cybervpn.domain.catalogue.model.Plan;
import io.cybervpn.domain.catalogue.model.PlanContent;
import io.cybervpn.domain.catalogue.model.Product;
import io.cybervpn.domain.catalogue.model.ProductContent;
import java.util.Map;
import java.util.TreeMap;

/** What the audit trail compares of the catalogue. */
final class AuditedFields {
    private AuditedFields() {}

    static Map<String, Object> of(Product product) {
        ProductContent content = product.content();
        return Map.of(
                "code", content.code(),
                "nameI18n", new TreeMap<>(content.name().byTag()),
                "descriptionI18n", new TreeMap<>(content.description().byTag()),
                "active", content.active(),
                "sortOrder", content.sortOrder());
    }

    static Map<String, Object> of(Plan plan) {
        PlanContent content = plan.content();
        return Map.of(
                "productId", plan.product().value(),
                "code", content.code(),
                "tier", content.tier(),
                "nameI18n", new TreeMap<>(content.name().byTag()),
                "descriptionI18n", new TreeMap<>(content.description().byTag()),
                "entitlement", content.entitlement(),
                "terms", content.terms(),
                "active", content.active(),
                "sortOrder", content.sortOrder());
    }
}
