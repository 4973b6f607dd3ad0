package io.cybervpn.presentation.payment.rest;

import io.cybervpn.application.payment.PaymentRecord;
import io.cybervpn.presentation.shared.rest.MoneyJson;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A payment as staff see it.
 *
 * @param accountId who pays
 * @param reference the provider's id of the invoice
 * @param received what came
 * @param reason why it is flagged or failed
 */
@Schema(name = "AdminPayment")
public record AdminPaymentJson(
        PaymentJson payment,
        UUID accountId,
        @Schema(nullable = true) @Nullable String reference,
        @Schema(nullable = true) @Nullable MoneyJson received,
        @Schema(nullable = true) @Nullable String reason) {
    static AdminPaymentJson of(PaymentRecord found) {
        return new AdminPaymentJson(
                PaymentJson.of(found.payment()),
                found.payment().payer().value(),
                found.reference().orElse(null),
                found.received().map(MoneyJson::of).orElse(null),
                found.reason().orElse(null));
    }
}
