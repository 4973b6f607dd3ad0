package io.cybervpn.presentation.appstore.rest;

import io.cybervpn.application.appstore.StoreProductView;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Which plan a product of a store stands for.
 *
 * @param days how long a purchase lasts that has no end of its own; null: it has one
 */
@Schema(name = "StoreProduct")
public record StoreProductJson(
        @Schema(examples = "app_store") String store,
        @Schema(examples = "vpn_month") String product,
        UUID planId,
        @Schema(nullable = true) @Nullable Integer days,
        Instant updatedAt) {
    static StoreProductJson of(StoreProductView view) {
        return new StoreProductJson(
                view.store(),
                view.product(),
                view.plan().value(),
                view.days().orElse(null),
                view.updatedAt());
    }
}
