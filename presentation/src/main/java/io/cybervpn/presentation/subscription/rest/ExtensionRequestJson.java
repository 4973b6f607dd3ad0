package io.cybervpn.presentation.subscription.rest;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Free days for a subscription.
 *
 * @param days -3650 to 3650, not 0; below zero they are taken from the end, but none that is over
 * @param version as you saw it; null: whatever it is now
 */
@Schema(
        name = "SubscriptionExtensionRequest",
        requiredProperties = {"days"})
record ExtensionRequestJson(
        @NotNull Integer days, @Schema(nullable = true) @Min(0) @Nullable Long version) {}
