package io.cybervpn.presentation.appstore.rest;

import io.cybervpn.application.appstore.port.StorePurchaseViews.StorePurchaseView;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A purchase in an app store. What was paid is between the customer and the store.
 *
 * @param subscriptionId what it pays for
 * @param until up to when it is served
 * @param counts false: a later purchase of the product, or of another customer, took its place
 */
@Schema(name = "StorePurchase")
public record StorePurchaseJson(
        String store,
        String transactionId,
        String product,
        UUID userId,
        UUID subscriptionId,
        UUID planId,
        Instant from,
        Instant until,
        @Schema(nullable = true) @Nullable Instant refundedAt,
        boolean counts) {
    static StorePurchaseJson of(StorePurchaseView view) {
        return new StorePurchaseJson(
                view.store(),
                view.transaction(),
                view.product(),
                view.account().value(),
                view.service().value(),
                view.plan().value(),
                view.from(),
                view.until(),
                view.refundedAt().orElse(null),
                view.listed());
    }
}
