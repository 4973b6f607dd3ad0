package io.cybervpn.domain.invoicing.model;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.invoicing.InvoiceId;
import io.cybervpn.domain.invoicing.InvoiceLine;
import io.cybervpn.domain.invoicing.InvoiceTotals;
import io.cybervpn.domain.invoicing.Party;
import io.cybervpn.domain.shared.Asset;
import java.time.Instant;
import java.util.List;

/**
 * What is on an invoice, whatever its state.
 *
 * @param buyer as he is printed
 * @param lines one to 100, all of {@code asset}; they come to more than nothing
 * @param note for the buyer, up to 1000 characters; may be empty
 * @param version goes up with every change
 */
public record InvoiceDetails(
        InvoiceId id,
        AccountId account,
        Origin origin,
        Asset asset,
        Party buyer,
        List<InvoiceLine> lines,
        String note,
        Instant createdAt,
        int version) {
    /** How many lines at most. */
    public static final int LINES_MAX = 100;

    /** Copies; refuses an invoice for nothing. */
    public InvoiceDetails {
        lines = List.copyOf(lines);
        Asset only = asset;
        if (lines.isEmpty()
                || lines.size() > LINES_MAX
                || lines.stream().anyMatch(line -> !line.unitPrice().asset().equals(only))
                || InvoiceTotals.of(lines, asset).total().isZero()) {
            throw new IllegalArgumentException("not an invoice: " + id);
        }
    }

    /** What it comes to. */
    public InvoiceTotals totals() {
        return InvoiceTotals.of(lines, asset);
    }

    /** The same with other content, one version later. */
    public InvoiceDetails changed(
            Party otherBuyer, List<InvoiceLine> otherLines, String otherNote) {
        return new InvoiceDetails(
                id,
                account,
                origin,
                asset,
                otherBuyer,
                otherLines,
                otherNote,
                createdAt,
                version + 1);
    }

    /** The same, one version later. */
    InvoiceDetails next() {
        return changed(buyer, lines, note);
    }
}
