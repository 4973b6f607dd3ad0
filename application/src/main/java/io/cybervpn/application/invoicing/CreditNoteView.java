package io.cybervpn.application.invoicing;

import io.cybervpn.domain.invoicing.CreditNoteId;
import io.cybervpn.domain.invoicing.CreditNoteReason;
import io.cybervpn.domain.invoicing.DocumentNumber;
import io.cybervpn.domain.invoicing.NoteLine;
import io.cybervpn.domain.invoicing.model.CreditNote;
import io.cybervpn.domain.payment.RefundId;
import io.cybervpn.domain.shared.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A credit note as others see it.
 *
 * @param total with all taxes
 * @param lines of its invoice's lines
 * @param cancelledAt when the refund turned out not to be true; empty: it counts
 */
public record CreditNoteView(
        CreditNoteId id,
        DocumentNumber number,
        RefundId refund,
        CreditNoteReason reason,
        Money total,
        Money tax,
        List<NoteLine> lines,
        Instant issuedAt,
        Optional<Instant> cancelledAt) {
    /** Copies the list. */
    public CreditNoteView {
        lines = List.copyOf(lines);
    }

    static CreditNoteView of(CreditNote note) {
        CreditNote.Content content = note.content();
        return new CreditNoteView(
                content.id(),
                content.number(),
                content.refund(),
                content.reason(),
                content.total(),
                content.tax(),
                content.lines(),
                content.issuedAt(),
                switch (note) {
                    case CreditNote.Standing _ -> Optional.empty();
                    case CreditNote.Cancelled(_, var at) -> Optional.of(at);
                });
    }
}
