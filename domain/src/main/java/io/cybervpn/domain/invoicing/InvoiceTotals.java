package io.cybervpn.domain.invoicing;

import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import java.util.List;

/** What lines come to: {@code net + tax = total}. */
public record InvoiceTotals(Money net, Money tax, Money total) {
    /** Refuses what does not add up. */
    public InvoiceTotals {
        if (!net.plus(tax).equals(total)) {
            throw new IllegalArgumentException(net + " and " + tax + " are not " + total);
        }
    }

    /** Sums lines of one asset; they come to nothing or more. */
    public static InvoiceTotals of(List<InvoiceLine> lines, Asset asset) {
        long tax = lines.stream().mapToLong(InvoiceLine::taxMinor).sum();
        long total = lines.stream().mapToLong(InvoiceLine::grossMinor).sum();
        return new InvoiceTotals(
                new Money(total - tax, asset), new Money(tax, asset), new Money(total, asset));
    }
}
