package io.cybervpn.presentation.billing.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An order to be priced.
 *
 * @param paymentMethod who would be asked for what the wallet does not pay; null: not known yet
 */
@Schema(name = "OrderQuoteRequest")
record OrderQuoteRequestJson(
        @NotNull UUID planId,
        @Min(1) @Max(3650) @Schema(examples = "30") int termDays,
        @NotNull @Schema(examples = "RUB") String currency,
        @Size(min = 1, max = 40) @Schema(nullable = true, examples = "cryptobot")
                @Nullable String paymentMethod) {}
