package io.cybervpn.domain.invoicing.model;

import io.cybervpn.domain.invoicing.TaxRate;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** What tax rates may stand beside each other. Pure. */
public final class TaxTable {
    private TaxTable() {}

    /** Whether a rate may be added. */
    public enum Fit {
        /** It may. */
        FITS,
        /** There is one of the same country and code for some of its days. */
        OVERLAPS,
        /** On some day the rates of its country would sum to more than all. */
        TOO_MUCH
    }

    /** Whether a rate may stand beside all others. */
    public static Fit fit(List<TaxRate> others, TaxRate rate) {
        List<TaxRate> beside =
                others.stream().filter(other -> other.country().equals(rate.country())).toList();
        if (beside.stream().anyMatch(other -> isSame(other, rate))) {
            return Fit.OVERLAPS;
        }
        List<TaxRate> all = Stream.concat(beside.stream(), Stream.of(rate)).toList();
        boolean isPossible =
                all.stream().map(TaxRate::validFrom).allMatch(day -> isPossible(all, day));
        return isPossible ? Fit.FITS : Fit.TOO_MUCH;
    }

    private static boolean isSame(TaxRate one, TaxRate other) {
        return one.code().equals(other.code())
                && (one.isValidOn(other.validFrom()) || other.isValidOn(one.validFrom()));
    }

    /** Sums grow on first days alone, so that no other day needs a look. */
    private static boolean isPossible(List<TaxRate> rates, LocalDate day) {
        return Taxation.arePossible(rates.stream().filter(rate -> rate.isValidOn(day)).toList());
    }
}
