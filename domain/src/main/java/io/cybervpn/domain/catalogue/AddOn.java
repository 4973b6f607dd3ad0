package io.cybervpn.domain.catalogue;

import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Something more for a subscription, for a period of its own: a pack of traffic, or places for more
 * devices.
 *
 * @param code the shop's short name of it, one add-on each
 * @param nameI18n by language tag; {@code en} is always there
 * @param days how long it lasts from its payment on, 1 to 365 days of 24 hours
 * @param prices for all of its days, one or more, each above zero, one per asset
 * @param active whether it is for sale
 * @param version how often it was written, 1 or more once it is stored
 */
public record AddOn(
        AddOnId id,
        String code,
        Map<String, String> nameI18n,
        Boost boost,
        int days,
        List<Money> prices,
        boolean active,
        long version) {
    /** The longest. */
    public static final int DAYS_MAX = 365;

    /** Refuses one without a price or with two of one asset, and one that lasts no time. */
    public AddOn {
        nameI18n = Map.copyOf(nameI18n);
        prices = List.copyOf(prices);
        if (days < 1 || days > DAYS_MAX || prices.isEmpty()) {
            throw new IllegalArgumentException(days + " days for " + prices);
        }
        Set<Asset> assets = new HashSet<>();
        if (!prices.stream().allMatch(price -> !price.isZero() && assets.add(price.asset()))) {
            throw new IllegalArgumentException("free, or two prices of one asset: " + prices);
        }
    }

    /** The price in an asset; nothing is ever converted. */
    public Optional<Money> priceIn(Asset asset) {
        return prices.stream().filter(price -> price.asset().equals(asset)).findFirst();
    }
}
