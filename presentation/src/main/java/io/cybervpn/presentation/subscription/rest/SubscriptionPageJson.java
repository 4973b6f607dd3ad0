package io.cybervpn.presentation.subscription.rest;

import io.cybervpn.application.shared.Page;
import io.cybervpn.application.subscription.SubscriptionView;
import io.cybervpn.presentation.shared.rest.Languages;
import io.cybervpn.presentation.shared.rest.PageInfoJson;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of subscriptions. */
@Schema(name = "SubscriptionPage")
record SubscriptionPageJson(List<SubscriptionJson> items, PageInfoJson page) {
    static SubscriptionPageJson of(Page<SubscriptionView> page, Languages languages) {
        return new SubscriptionPageJson(
                page.items().stream().map(view -> SubscriptionJson.of(view, languages)).toList(),
                PageInfoJson.of(page));
    }
}
