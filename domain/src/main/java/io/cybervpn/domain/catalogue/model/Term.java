package io.cybervpn.domain.catalogue.model;

import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How long a plan may be bought for, and for how much (R17, R25).
 *
 * @param days one of {@link #DAYS}
 * @param prices at least one, each above zero, at most one per asset
 */
public record Term(int days, List<Money> prices) {
    /** One, three, six and twelve months, in days of 24 hours. */
    public static final Set<Integer> DAYS = Set.of(30, 90, 180, 365);

    /** Refuses another length, no price, a free one, or two of one asset. */
    public Term {
        prices = List.copyOf(prices);
        if (!DAYS.contains(days)) {
            throw new IllegalArgumentException("no such term: " + days + " days");
        }
        if (prices.isEmpty() || prices.stream().anyMatch(Money::isZero)) {
            throw new IllegalArgumentException("a term has prices above zero: " + prices);
        }
        Set<Asset> assets = new HashSet<>();
        if (!prices.stream().map(Money::asset).allMatch(assets::add)) {
            throw new IllegalArgumentException("two prices of one asset: " + prices);
        }
    }

    /** The price in an asset; empty when the term is not sold for it. */
    public Optional<Money> priceIn(Asset asset) {
        return prices.stream().filter(price -> price.asset().equals(asset)).findFirst();
    }
}
