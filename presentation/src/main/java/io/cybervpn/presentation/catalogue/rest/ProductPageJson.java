package io.cybervpn.presentation.catalogue.rest;

import io.cybervpn.application.catalogue.ProductView;
import io.cybervpn.application.shared.Page;
import io.cybervpn.presentation.shared.rest.PageInfoJson;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of products, in the shop's order. */
@Schema(name = "ProductPage")
public record ProductPageJson(List<ProductJson> items, PageInfoJson page) {
    static ProductPageJson of(Page<ProductView> page) {
        return new ProductPageJson(
                page.items().stream().map(ProductJson::of).toList(), PageInfoJson.of(page));
    }
}
