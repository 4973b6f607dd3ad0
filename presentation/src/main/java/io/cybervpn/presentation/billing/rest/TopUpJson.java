package io.cybervpn.presentation.billing.rest;

import io.cybervpn.presentation.payment.rest.PaymentJson;
import io.cybervpn.presentation.shared.rest.MoneyJson;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A top-up that can be paid: what is paid is in the wallet as soon as it comes, however late.
 *
 * @param payment where to pay; its {@code orderId} is this top-up
 */
@Schema(name = "TopUp")
record TopUpJson(UUID id, PaymentJson payment) {
    /**
     * A top-up to begin.
     *
     * @param amount more than nothing
     * @param paymentMethod the provider's name
     */
    @Schema(name = "TopUpRequest")
    record TopUpRequestJson(
            @NotNull @Valid MoneyJson amount,
            @NotNull @Size(min = 1, max = 40) @Schema(examples = "cryptobot")
                    String paymentMethod) {}
}
