package io.cybervpn.presentation.payment.rest;

import io.cybervpn.application.payment.PaymentView;
import io.cybervpn.presentation.shared.rest.MoneyJson;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A payment.
 *
 * @param orderId what it pays for
 * @param orderId what is paid for: an order, an invoice of staff, or a top-up of the wallet
 * @param status {@code pending, completed, failed, refunded} (R69)
 * @param state the same, told finer: {@code created, pending, unknown, captured, flagged, expired,
 *     failed}; take an unknown value as {@code pending}
 * @param refunded what went back or is on its way back; zero for most
 * @param payUrl where to pay; null when there is nothing to pay, or not yet
 * @param miniAppUrl the same inside Telegram
 * @param paidAt when the provider took the money
 */
@Schema(name = "Payment")
public record PaymentJson(
        UUID id,
        UUID orderId,
        String provider,
        String status,
        String state,
        MoneyJson amount,
        MoneyJson refunded,
        @Schema(nullable = true) @Nullable URI payUrl,
        @Schema(nullable = true) @Nullable URI miniAppUrl,
        int subscriptionDays,
        Instant createdAt,
        @Schema(nullable = true) @Nullable Instant paidAt) {

    /** For an answer. */
    public static PaymentJson of(PaymentView view) {
        return new PaymentJson(
                view.id().value(),
                view.subject(),
                view.provider(),
                statusOf(view),
                view.state(),
                MoneyJson.of(view.amount()),
                MoneyJson.of(view.refunded()),
                view.payUrl().orElse(null),
                view.miniAppUrl().orElse(null),
                view.subscriptionDays(),
                view.createdAt(),
                view.paidAt().orElse(null));
    }

    /**
     * The four words of R69. A flagged payment stays pending: its money came and staff decide, so
     * nobody should be told to pay again.
     */
    public static String statusOf(PaymentView view) {
        return view.isRefunded() ? "refunded" : statusOf(view.state());
    }

    /** The same where nobody looked for refunds. */
    public static String statusOf(String state) {
        return switch (state) {
            case "captured" -> "completed";
            case "expired", "failed" -> "failed";
            case String _ -> "pending";
        };
    }
}
