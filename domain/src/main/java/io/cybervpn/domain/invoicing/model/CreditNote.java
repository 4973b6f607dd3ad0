package io.cybervpn.domain.invoicing.model;

import io.cybervpn.domain.invoicing.CreditNoteId;
import io.cybervpn.domain.invoicing.CreditNoteReason;
import io.cybervpn.domain.invoicing.DocumentNumber;
import io.cybervpn.domain.invoicing.InvoiceId;
import io.cybervpn.domain.invoicing.NoteLine;
import io.cybervpn.domain.payment.RefundId;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import java.time.Instant;
import java.util.List;

/** What takes a paid invoice back, all of it or a part. There is one of every refund. */
public sealed interface CreditNote {
    /** What never changes about it. */
    Content content();

    /** It counts. */
    record Standing(Content content) implements CreditNote {
        /** The refund did not come true: the note counts no longer, and keeps its number. Pure. */
        public Cancelled cancel(Instant now) {
            return new Cancelled(content, now);
        }
    }

    /** It counts no longer. */
    record Cancelled(Content content, Instant cancelledAt) implements CreditNote {}

    /** What is on it; its lines are of its invoice. */
    record Content(
            CreditNoteId id,
            InvoiceId invoice,
            RefundId refund,
            DocumentNumber number,
            CreditNoteReason reason,
            Asset asset,
            List<NoteLine> lines,
            Instant issuedAt) {
        /** Copies the list. */
        public Content {
            lines = List.copyOf(lines);
        }

        /** With all taxes. */
        public Money total() {
            return new Money(lines.stream().mapToLong(NoteLine::grossMinor).sum(), asset);
        }

        /** The taxes of it. */
        public Money tax() {
            return new Money(lines.stream().mapToLong(NoteLine::taxMinor).sum(), asset);
        }
    }

    /** Whether it counts. */
    default boolean stands() {
        return switch (this) {
            case Standing _ -> true;
            case Cancelled _ -> false;
        };
    }
}
