package io.cybervpn.presentation.billing.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An add-on to price.
 *
 * @param paymentMethod who would be asked for what the wallet does not pay; null: nobody yet
 */
@Schema(name = "AddOnQuoteRequest")
record AddOnQuoteRequestJson(
        @NotNull UUID addOnId,
        @NotNull @Schema(examples = "RUB") String currency,
        @Size(min = 1, max = 40) @Schema(nullable = true, examples = "cryptobot")
                @Nullable String paymentMethod) {}
