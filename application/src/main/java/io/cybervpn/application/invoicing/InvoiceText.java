package io.cybervpn.application.invoicing;

import io.cybervpn.domain.invoicing.InvoiceLine;
import io.cybervpn.domain.invoicing.model.Writing;
import java.util.List;

/**
 * What staff want an invoice to say.
 *
 * @param lines without taxes
 * @param note for the buyer; may be empty
 * @param dueDays how many days after it got its number it is due
 */
public record InvoiceText(List<InvoiceLine> lines, String note, int dueDays) {
    /** Copies the lines. */
    public InvoiceText {
        lines = List.copyOf(lines);
    }

    Writing writing() {
        return new Writing(lines, note, dueDays);
    }
}
