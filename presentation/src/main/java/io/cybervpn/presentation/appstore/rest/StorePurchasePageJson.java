package io.cybervpn.presentation.appstore.rest;

import io.cybervpn.application.appstore.port.StorePurchaseViews.StorePurchaseView;
import io.cybervpn.application.shared.Page;
import io.cybervpn.presentation.shared.rest.PageInfoJson;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of purchases in app stores, newest first. */
@Schema(name = "StorePurchasePage")
public record StorePurchasePageJson(List<StorePurchaseJson> items, PageInfoJson page) {
    static StorePurchasePageJson of(Page<StorePurchaseView> page) {
        return new StorePurchasePageJson(
                page.items().stream().map(StorePurchaseJson::of).toList(), PageInfoJson.of(page));
    }
}
