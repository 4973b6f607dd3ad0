package io.cybervpn.application.appstore;

import io.cybervpn.domain.appstore.model.StoreProduct;
import java.util.LinkedHashMap;
import java.util.Map;

/** A mapping in the words of the audit trail. */
final class StoreProductFields {
    private static final int NAME_LENGTH_MAX = 200;

    private StoreProductFields() {}

    static String name(StoreProduct product) {
        String name = product.store() + " " + product.product();
        return name.substring(0, Math.min(name.length(), NAME_LENGTH_MAX));
    }

    static Map<String, String> of(StoreProduct product) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("plan", product.plan().value().toString());
        product.days().ifPresent(days -> fields.put("days", days.toString()));
        return fields;
    }
}
