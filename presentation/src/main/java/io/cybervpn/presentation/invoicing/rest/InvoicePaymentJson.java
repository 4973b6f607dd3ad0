package io.cybervpn.presentation.invoicing.rest;

import io.cybervpn.presentation.payment.rest.PaymentJson;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An invoice that is being paid, or is.
 *
 * @param status {@code pending}, or {@code paid} when the wallet did it at once
 * @param payment where to pay; its {@code orderId} is this invoice
 */
@Schema(name = "InvoicePayment")
record InvoicePaymentJson(UUID invoiceId, String status, PaymentJson payment) {
    /**
     * How to pay.
     *
     * @param paymentMethod {@code wallet}, or the provider's name
     * @param useWallet whether the wallet gives what it has, and the provider is asked for the rest
     */
    @Schema(name = "InvoicePaymentRequest")
    record InvoicePaymentRequestJson(
            @NotNull @Size(min = 1, max = 40) @Schema(examples = "cryptobot") String paymentMethod,
            boolean useWallet) {}
}
