package io.cybervpn.domain.invoicing.model;

import io.cybervpn.domain.invoicing.AppliedTax;
import io.cybervpn.domain.invoicing.InvoiceLine;
import io.cybervpn.domain.invoicing.TaxRate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Applies tax rates to lines (B4.16). A rate's tax on the whole invoice is rounded once, half a
 * unit up, and then divided among the lines, so that neither lines nor rates are off by a unit.
 * Every rate is reckoned from the price without any tax: of an amount that contains rates of {@code
 * I} basis points in all, a rate of {@code r} is {@code amount × r ÷ (10000 + I)}. Pure.
 */
public final class Taxation {
    private static final long WHOLE = TaxRate.BASIS_POINTS_MAX;

    private Taxation() {}

    /** Whether these rates may be applied together. */
    public static boolean arePossible(List<TaxRate> rates) {
        return rates.stream().mapToInt(TaxRate::basisPoints).sum() <= TaxRate.BASIS_POINTS_MAX;
    }

    /**
     * The lines with these rates applied instead of any they had; the lines come to more than 0.
     */
    public static List<InvoiceLine> apply(List<TaxRate> rates, List<InvoiceLine> lines) {
        List<Long> amounts = lines.stream().map(InvoiceLine::amountMinor).toList();
        List<List<Long>> shares = rates.stream().map(rate -> shares(rate, rates, amounts)).toList();
        return IntStream.range(0, lines.size())
                .mapToObj(i -> lines.get(i).with(ofLine(i, rates, shares)))
                .toList();
    }

    private static List<Long> shares(TaxRate rate, List<TaxRate> all, List<Long> amounts) {
        long contained =
                all.stream().filter(TaxRate::inclusive).mapToLong(TaxRate::basisPoints).sum();
        long sum = amounts.stream().reduce(0L, Math::addExact);
        return Shares.of(Shares.rounded(sum, rate.basisPoints(), WHOLE + contained), amounts);
    }

    private static List<AppliedTax> ofLine(
            int line, List<TaxRate> rates, List<List<Long>> sharesByRate) {
        List<AppliedTax> applied = new ArrayList<>();
        for (int r = 0; r < rates.size(); r++) {
            TaxRate rate = rates.get(r);
            applied.add(
                    new AppliedTax(
                            rate.code(),
                            rate.name(),
                            rate.basisPoints(),
                            rate.inclusive(),
                            sharesByRate.get(r).get(line)));
        }
        return applied;
    }
}
