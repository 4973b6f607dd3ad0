package io.cybervpn.domain.invoicing.model;

import io.cybervpn.domain.invoicing.InvoiceLine;
import io.cybervpn.domain.invoicing.LineType;
import io.cybervpn.domain.invoicing.WritingRefusal;
import io.cybervpn.domain.shared.Asset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What staff write on a draft. Its lines are of types that promise nothing: time of a plan, an
 * add-on or money for the wallet is given by orders and top-ups alone.
 *
 * @param lines untaxed; taxes come with the number
 * @param note for the buyer; may be empty
 * @param dueDays how many days after it got its number it is due; 0: at once
 */
public record Writing(List<InvoiceLine> lines, String note, int dueDays) {
    /** A year is the longest that anybody waits. */
    public static final int DUE_DAYS_MAX = 365;

    /** How long a note is at most, in characters. */
    public static final int NOTE_LENGTH_MAX = 1000;

    /** What an invoice comes to at most before taxes, in minor units: what a top-up may be. */
    public static final long TOTAL_MINOR_UNITS_MAX = 1_000_000_000_000L;

    private static final Set<LineType> TYPES =
            EnumSet.of(LineType.FEE, LineType.ADJUSTMENT, LineType.DISCOUNT, LineType.CREDIT);

    /** Copies the lines. */
    public Writing {
        lines = List.copyOf(lines);
    }

    /** Why no draft of a currency can say so; empty: it can. Pure. */
    public Optional<WritingRefusal> refusal(Asset asset) {
        if (lines.isEmpty() || lines.size() > InvoiceDetails.LINES_MAX) {
            return Optional.of(WritingRefusal.LINE_COUNT);
        }
        if (lines.stream().anyMatch(line -> !TYPES.contains(line.type()))) {
            return Optional.of(WritingRefusal.LINE_TYPE);
        }
        if (lines.stream().anyMatch(line -> !line.unitPrice().asset().equals(asset))) {
            return Optional.of(WritingRefusal.OTHER_CURRENCY);
        }
        return ofSum().or(this::ofForm);
    }

    private Optional<WritingRefusal> ofSum() {
        long sum = lines.stream().mapToLong(InvoiceLine::amountMinor).sum();
        if (sum <= 0) {
            return Optional.of(WritingRefusal.NOTHING_TO_PAY);
        }
        return sum > TOTAL_MINOR_UNITS_MAX
                ? Optional.of(WritingRefusal.TOO_MUCH)
                : Optional.empty();
    }

    private Optional<WritingRefusal> ofForm() {
        if (note.length() > NOTE_LENGTH_MAX) {
            return Optional.of(WritingRefusal.NOTE_TOO_LONG);
        }
        return dueDays < 0 || dueDays > DUE_DAYS_MAX
                ? Optional.of(WritingRefusal.DUE_DAYS)
                : Optional.empty();
    }
}
