package io.cybervpn.domain.invoicing;

import io.cybervpn.domain.shared.Money;
import java.util.List;
import java.util.Map;

/**
 * One reason for money.
 *
 * @param description by language tag; one or more
 * @param quantity 1 to 100 000
 * @param taxes what was applied, in a fixed order; empty where no tax is due
 */
public record InvoiceLine(
        LineType type,
        Map<String, String> description,
        long quantity,
        Money unitPrice,
        List<AppliedTax> taxes) {
    /** The largest quantity. */
    public static final long QUANTITY_MAX = 100_000;

    /** Far from what a sum of many lines could not hold; in minor units, of one line. */
    public static final long MINOR_UNITS_MAX = 10_000_000_000_000L;

    /** Copies; refuses a line for nothing or beyond reason. */
    public InvoiceLine {
        description = Map.copyOf(description);
        taxes = List.copyOf(taxes);
        if (!isPossible(quantity, unitPrice) || description.isEmpty()) {
            throw new IllegalArgumentException(
                    "not a line: " + quantity + " x " + unitPrice + " " + description);
        }
    }

    /** Whether a line may say so. */
    public static boolean isPossible(long quantity, Money unitPrice) {
        return quantity >= 1
                && quantity <= QUANTITY_MAX
                && !unitPrice.isZero()
                && unitPrice.minorUnits() <= MINOR_UNITS_MAX / quantity;
    }

    /** A line that no tax was applied to. */
    public static InvoiceLine untaxed(
            LineType type, Map<String, String> description, long quantity, Money unitPrice) {
        return new InvoiceLine(type, description, quantity, unitPrice, List.of());
    }

    /** The same with these taxes instead. */
    public InvoiceLine with(List<AppliedTax> applied) {
        return new InvoiceLine(type, description, quantity, unitPrice, applied);
    }

    /** Quantity times price as written, negative where it makes the invoice less. */
    public long amountMinor() {
        long units = Math.multiplyExact(quantity, unitPrice.minorUnits());
        return type.subtracts() ? -units : units;
    }

    /** All its taxes; signed like the line. */
    public long taxMinor() {
        return taxes.stream().mapToLong(AppliedTax::minorUnits).sum();
    }

    /** What is to be paid for it, with all taxes. */
    public long grossMinor() {
        return Math.addExact(
                amountMinor(),
                taxes.stream()
                        .filter(tax -> !tax.inclusive())
                        .mapToLong(AppliedTax::minorUnits)
                        .sum());
    }

    /** The same without any tax. */
    public long netMinor() {
        return grossMinor() - taxMinor();
    }
}
