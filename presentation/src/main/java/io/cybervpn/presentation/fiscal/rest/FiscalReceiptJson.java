package io.cybervpn.presentation.fiscal.rest;

import io.cybervpn.application.fiscal.FiscalReceiptView;
import io.cybervpn.presentation.shared.rest.MoneyJson;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A fiscal receipt as staff see it.
 *
 * @param registrar who makes it: {@code nalog, yookassa}
 * @param cause {@code payment, refund, refund_undone}
 * @param aboutId the payment, or the refund
 * @param state {@code queued, sent, registered, given_up, cancelled, by_hand}
 * @param reference its name at the registrar
 * @param reason why it was given up or cancelled
 * @param attempts how often it was tried since it was queued
 * @param nextTryAt null when it is not tried any more
 */
@Schema(name = "FiscalReceipt")
public record FiscalReceiptJson(
        UUID id,
        String registrar,
        String cause,
        UUID paymentId,
        UUID aboutId,
        MoneyJson amount,
        String state,
        @Schema(nullable = true) @Nullable String reference,
        @Schema(nullable = true) @Nullable URI url,
        @Schema(nullable = true) @Nullable String reason,
        int attempts,
        Instant happenedAt,
        @Schema(nullable = true) @Nullable Instant nextTryAt) {
    static FiscalReceiptJson of(FiscalReceiptView view) {
        return new FiscalReceiptJson(
                view.id().value(),
                view.registrar(),
                view.cause(),
                view.payment().value(),
                view.about(),
                MoneyJson.of(view.amount()),
                view.state(),
                view.reference().orElse(null),
                view.link().orElse(null),
                view.reason().orElse(null),
                view.attempts(),
                view.happenedAt(),
                view.nextTryAt().orElse(null));
    }
}
