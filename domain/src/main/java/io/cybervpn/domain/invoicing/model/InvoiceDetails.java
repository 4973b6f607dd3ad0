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
 * @param dueDays how many days after it got its number it is due
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
        int dueDays,
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

    /** One that is due at once. */
    public InvoiceDetails(
            InvoiceId id,
            AccountId account,
            Origin origin,
            Asset asset,
            Party buyer,
            List<InvoiceLine> lines,
            String note,
            Instant createdAt,
            int version) {
        this(id, account, origin, asset, buyer, lines, note, 0, createdAt, version);
    }

    /** What it comes to. */
    public InvoiceTotals totals() {
        return InvoiceTotals.of(lines, asset);
    }

    /** The same as staff rewrote it, one version later. */
    InvoiceDetails rewritten(Writing writing) {
        return new InvoiceDetails(
                id,
                account,
                origin,
                asset,
                buyer,
                writing.lines(),
                writing.note(),
                writing.dueDays(),
                createdAt,
                version + 1);
    }

    /** The same as it is to be printed, one version later. */
    InvoiceDetails printed(Party asBuyer, List<InvoiceLine> taxed) {
        return new InvoiceDetails(
                id, account, origin, asset, asBuyer, taxed, note, dueDays, createdAt, version + 1);
    }

    /** The same, one version later. */
    InvoiceDetails next() {
        return printed(buyer, lines);
    }
}
