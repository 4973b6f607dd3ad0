package io.cybervpn.presentation.subscription.rest;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How a subscription is suspended.
 *
 * @param timeRuns whether its time is used up meanwhile; false: it stands still
 * @param version as you saw it; null: whatever it is now
 */
@Schema(
        name = "SubscriptionSuspensionRequest",
        requiredProperties = {"timeRuns"})
record SuspensionRequestJson(
        @NotNull Boolean timeRuns, @Schema(nullable = true) @Min(0) @Nullable Long version) {}
