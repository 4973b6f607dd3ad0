package io.cybervpn.infrastructure.shared;

import io.cybervpn.domain.catalogue.Rates;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Prices of a term as a row keeps them: one array of assets, one of their minor units. */
public final class RateArrays {
    private RateArrays() {}

    /** The codes of the assets, in the order of the prices. */
    public static String[] assets(Rates rates) {
        return rates.prices().stream().map(price -> price.asset().code()).toArray(String[]::new);
    }

    /** The minor units, in the order of the prices. */
    public static Long[] minorUnits(Rates rates) {
        return rates.prices().stream().map(Money::minorUnits).toArray(Long[]::new);
    }

    /** What was stored; a row without it is our bug. */
    public static Rates rates(
            int termDays, String @Nullable [] assets, Long @Nullable [] minorUnits) {
        if (assets == null || minorUnits == null) {
            throw new IllegalStateException("a change without prices");
        }
        List<Money> prices =
                IntStream.range(0, assets.length)
                        .mapToObj(i -> new Money(minorUnits[i], Asset.of(assets[i])))
                        .toList();
        return new Rates(termDays, prices);
    }
}
