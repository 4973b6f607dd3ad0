package io.cybervpn.presentation.billing.rest;

import io.cybervpn.application.billing.OrderView;
import io.cybervpn.presentation.payment.rest.PaymentJson;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How an order is paid.
 *
 * @param status {@code pending}, {@code completed} or {@code failed}
 * @param payUrl where to pay; null while the provider has not answered (ask again) and when there
 *     is nothing to pay any more
 * @param miniAppUrl the same inside Telegram
 */
@Schema(name = "OrderPayment")
record OrderPaymentJson(
        UUID id,
        @Schema(examples = "pending") String status,
        @Schema(examples = "cryptobot") String provider,
        @Schema(nullable = true) @Nullable URI payUrl,
        @Schema(nullable = true) @Nullable URI miniAppUrl) {
    static OrderPaymentJson of(OrderView.Payment payment) {
        return new OrderPaymentJson(
                payment.id().value(),
                PaymentJson.statusOf(payment.state()),
                payment.provider(),
                payment.payUrl().orElse(null),
                payment.miniAppUrl().orElse(null));
    }
}
