package io.cybervpn.domain.invoicing;

import java.util.List;

/**
 * What a credit note takes back of a line of its invoice.
 *
 * @param line which, from 0
 * @param grossMinor with all taxes; signed like the line
 * @param taxesMinor of that, each tax of the line in the invoice's order
 */
public record NoteLine(int line, long grossMinor, List<Long> taxesMinor) {
    /** Copies the list. */
    public NoteLine {
        taxesMinor = List.copyOf(taxesMinor);
    }

    /** All taxes. */
    public long taxMinor() {
        return taxesMinor.stream().mapToLong(Long::longValue).sum();
    }
}
