package io.cybervpn.presentation.invoicing.rest;

import io.cybervpn.application.invoicing.CreditNoteView;
import io.cybervpn.presentation.shared.rest.MoneyJson;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What took an invoice back, all of it or a part.
 *
 * @param refundId the refund whose note it is
 * @param reason {@code duplicated_charge, product_unsatisfactory, order_change, order_cancellation,
 *     fraudulent_charge, other}; take an unknown value as {@code other}
 * @param total with all taxes
 * @param cancelledAt when the refund turned out not to be true; null: it counts
 */
@Schema(name = "CreditNote")
record CreditNoteJson(
        UUID id,
        String number,
        UUID refundId,
        String reason,
        MoneyJson total,
        MoneyJson tax,
        Instant issuedAt,
        @Schema(nullable = true) @Nullable Instant cancelledAt) {
    static CreditNoteJson of(CreditNoteView note) {
        return new CreditNoteJson(
                note.id().value(),
                note.number().text(),
                note.refund().value(),
                note.reason().code(),
                MoneyJson.of(note.total()),
                MoneyJson.of(note.tax()),
                note.issuedAt(),
                note.cancelledAt().orElse(null));
    }
}
