package io.cybervpn.presentation.billing.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An add-on to order.
 *
 * @param paymentMethod the provider's name, or {@code wallet}
 * @param useWallet true: what is in the wallet pays first, the provider is asked for the rest
 */
@Schema(name = "AddOnRequest")
record AddOnRequestJson(
        @NotNull UUID addOnId,
        @NotNull @Schema(examples = "RUB") String currency,
        @NotNull @Size(min = 1, max = 40) @Schema(examples = "cryptobot") String paymentMethod,
        @Schema(defaultValue = "false") boolean useWallet) {}
