package io.cybervpn.presentation.subscription.rest;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Free days of a plan.
 *
 * @param days 1 to 3650
 */
@Schema(
        name = "SubscriptionGrantRequest",
        requiredProperties = {"planId", "days"})
record GrantRequestJson(@NotNull UUID planId, @NotNull Integer days) {}
