package io.cybervpn.presentation.billing.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A new subscription to order.
 *
 * @param paymentMethod the provider's name
 */
@Schema(name = "SubscriptionRequest")
record SubscriptionRequestJson(
        @NotNull UUID planId,
        @Min(1) @Max(3650) @Schema(examples = "30") int termDays,
        @NotNull @Schema(examples = "RUB") String currency,
        @NotNull @Size(min = 1, max = 40) @Schema(examples = "cryptobot") String paymentMethod) {}
