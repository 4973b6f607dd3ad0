package io.cybervpn.presentation.billing.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Another plan for a subscription.
 *
 * @param termDays the term whose price counts
 * @param currency in which a difference or a term would be paid
 * @param mode one of the options of the preview; not needed for a preview
 * @param asOf of the preview; not needed for a preview
 * @param fingerprint of the preview; not needed for a preview
 * @param paymentMethod the provider's name, or wallet; needed for modes that cost money
 */
@Schema(name = "PlanChangeRequest")
record PlanChangeRequestJson(
        @NotNull UUID planId,
        @Min(1) @Max(3650) @Schema(examples = "30") int termDays,
        @NotNull @Schema(examples = "RUB") String currency,
        @Pattern(regexp = "convert|keep_end|add_term")
                @Schema(nullable = true, examples = "keep_end")
                @Nullable String mode,
        @Schema(nullable = true) @Nullable Instant asOf,
        @Size(min = 1, max = 64) @Schema(nullable = true) @Nullable String fingerprint,
        @Size(min = 1, max = 40) @Schema(nullable = true, examples = "cryptobot")
                @Nullable String paymentMethod) {}
