package io.cybervpn.presentation.subscription.rest;

import jakarta.validation.constraints.Min;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What staff saw before they steer.
 *
 * @param version as you saw it; null: whatever it is now
 */
@Schema(name = "SubscriptionSteerRequest")
record SteerRequestJson(@Schema(nullable = true) @Min(0) @Nullable Long version) {}
