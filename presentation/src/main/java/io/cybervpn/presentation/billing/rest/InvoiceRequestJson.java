package io.cybervpn.presentation.billing.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What to pay for through Crypto Pay.
 *
 * @param subscriptionId the caller's own subscription to renew; null for a new one
 */
@Schema(name = "CryptoInvoiceRequest")
record InvoiceRequestJson(
        @NotNull UUID planId,
        @Min(1) @Max(3650) @Schema(examples = "30") int termDays,
        @NotNull @Schema(examples = "USDT") String currency,
        @Schema(nullable = true) @Nullable UUID subscriptionId) {}
