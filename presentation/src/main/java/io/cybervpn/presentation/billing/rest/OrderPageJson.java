package io.cybervpn.presentation.billing.rest;

import io.cybervpn.application.billing.OrderView;
import io.cybervpn.application.shared.Page;
import io.cybervpn.presentation.shared.rest.PageInfoJson;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of orders. */
@Schema(name = "OrderPage")
record OrderPageJson(List<OrderJson> items, PageInfoJson page) {
    static OrderPageJson of(Page<OrderView> page) {
        return new OrderPageJson(
                page.items().stream().map(OrderJson::of).toList(), PageInfoJson.of(page));
    }
}
