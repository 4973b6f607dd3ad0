package io.cybervpn.presentation.billing.rest;

import io.cybervpn.application.billing.OrderView;
import io.cybervpn.presentation.shared.rest.MoneyJson;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An order.
 *
 * @param status {@code awaiting_payment}, {@code paid}, {@code expired} or {@code cancelled}; money
 *     that comes late still pays an expired one, that for a cancelled one stays in the wallet
 * @param subscriptionId the one that it renews, or the one that it opened once it is paid
 * @param fromWallet what of the total the wallet gave or has set aside for it
 * @param toPay what of the total is asked, or was asked, of the provider
 * @param payment the latest one
 */
@Schema(name = "Order")
record OrderJson(
        UUID id,
        @Schema(examples = "awaiting_payment") String status,
        UUID planId,
        int termDays,
        @Schema(nullable = true) @Nullable UUID subscriptionId,
        MoneyJson total,
        MoneyJson fromWallet,
        MoneyJson toPay,
        Instant createdAt,
        Instant expiresAt,
        @Schema(nullable = true) @Nullable Instant paidAt,
        @Schema(nullable = true) @Nullable OrderPaymentJson payment) {
    static OrderJson of(OrderView order) {
        return new OrderJson(
                order.id().value(),
                order.status().code(),
                order.plan().value(),
                order.termDays(),
                order.subscription().orElse(null),
                MoneyJson.of(order.total()),
                MoneyJson.of(order.fromWallet()),
                MoneyJson.of(order.total().minus(order.fromWallet())),
                order.createdAt(),
                order.expiresAt(),
                order.paidAt().orElse(null),
                order.payment().map(OrderPaymentJson::of).orElse(null));
    }
}
