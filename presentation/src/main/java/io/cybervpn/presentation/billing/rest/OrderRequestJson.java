package io.cybervpn.presentation.billing.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An order to place.
 *
 * @param paymentMethod the provider's name, or {@code wallet}
 * @param useWallet true: what is in the wallet pays first and is set aside for the order, the
 *     provider is asked for the rest; where the wallet has enough, the order is paid at once
 * @param keepConsent null, or the version of the words of {@code GET /payment-methods/saved} by
 *     which the buyer agrees that the provider keeps what he pays with
 * @param recurringConsent null, or the version of the words of {@code GET
 *     /payment-methods/recurring} by which the buyer agrees that the provider takes the same again
 *     each period by itself, until that is ended
 * @param subscriptionId the caller's own subscription to renew; null for a new one
 */
@Schema(name = "OrderRequest")
record OrderRequestJson(
        @NotNull UUID planId,
        @Min(1) @Max(3650) @Schema(examples = "30") int termDays,
        @NotNull @Schema(examples = "RUB") String currency,
        @NotNull @Size(min = 1, max = 40) @Schema(examples = "cryptobot") String paymentMethod,
        @Schema(nullable = true) @Nullable UUID subscriptionId,
        @Schema(defaultValue = "false") boolean useWallet,
        @Size(min = 1, max = 40) @Schema(nullable = true, examples = "2026-11")
                @Nullable String keepConsent,
        @Size(min = 1, max = 40) @Schema(nullable = true, examples = "2026-11")
                @Nullable String recurringConsent) {}
