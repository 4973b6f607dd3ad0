package io.cybervpn.domain.catalogue;

import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a term of a plan cost at one moment, in every asset it was sold for. A snapshot: it does not
 * follow the plan.
 *
 * @param termDays the term that is bought at these prices, whole days of 24 hours
 * @param prices for the whole term, one or more, each above zero, one per asset
 */
public record Rates(int termDays, List<Money> prices) {
    /** Refuses no term, no price, a free one, or two of one asset. */
    public Rates {
        prices = List.copyOf(prices);
        if (termDays < 1 || prices.isEmpty() || prices.stream().anyMatch(Money::isZero)) {
            throw new IllegalArgumentException(termDays + " days for " + prices);
        }
        Set<Asset> assets = new HashSet<>();
        if (!prices.stream().map(Money::asset).allMatch(assets::add)) {
            throw new IllegalArgumentException("two prices of one asset: " + prices);
        }
    }

    /** The price in an asset; nothing is ever converted. */
    public Optional<Money> priceIn(Asset asset) {
        return prices.stream().filter(price -> price.asset().equals(asset)).findFirst();
    }
}
