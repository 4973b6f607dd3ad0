package io.cybervpn.presentation.fiscal.rest;

import io.cybervpn.application.fiscal.FiscalReceiptView;
import io.cybervpn.presentation.shared.rest.MoneyJson;
import java.net.URI;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A fiscal receipt as the customer sees it.
 *
 * @param cause {@code payment, refund, refund_undone}
 * @param state {@code waiting} until the tax office has it, {@code registered}, or {@code
 *     cancelled}
 * @param url where it can be seen; a later receipt of the same payment may take its place
 */
@Schema(name = "PaymentReceipt")
public record PaymentReceiptJson(
        String cause,
        String state,
        MoneyJson amount,
        Instant happenedAt,
        @Schema(nullable = true) @Nullable URI url) {
    static PaymentReceiptJson of(FiscalReceiptView view) {
        return new PaymentReceiptJson(
                view.cause(),
                switch (view.state()) {
                    case "registered", "by_hand" -> "registered";
                    case "cancelled" -> "cancelled";
                    case String _ -> "waiting";
                },
                MoneyJson.of(view.amount()),
                view.happenedAt(),
                view.link().orElse(null));
    }
}
