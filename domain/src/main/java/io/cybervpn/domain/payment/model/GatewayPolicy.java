package io.cybervpn.domain.payment.model;

import io.cybervpn.domain.payment.MethodRefusal;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * To whom, and for what, a provider is offered. It only hides a way to pay: what was begun is
 * followed to its end, also when the way is switched off.
 *
 * @param sortOrder those with smaller ones are shown first
 * @param label its name for customers by language tag; empty: the client has one
 * @param limits at most one per asset; an asset without one has none
 * @param countries ISO 3166 codes of two letters; empty: all
 * @param deniedCountries goes before {@code countries}
 * @param groups tags, one of which a customer must have; empty: everybody
 * @param inStoreApps whether builds of app stores show it
 */
public record GatewayPolicy(
        boolean offered,
        int sortOrder,
        Map<String, String> label,
        List<Range> limits,
        Set<String> countries,
        Set<String> deniedCountries,
        Set<String> groups,
        boolean inStoreApps) {
    /** What holds until staff say otherwise. */
    public static final GatewayPolicy USUAL =
            new GatewayPolicy(true, 100, Map.of(), List.of(), Set.of(), Set.of(), Set.of(), false);

    /** Copies; refuses what is no country, and two limits of one asset. */
    public GatewayPolicy {
        label = Map.copyOf(label);
        limits = List.copyOf(limits);
        countries = Set.copyOf(countries);
        deniedCountries = Set.copyOf(deniedCountries);
        groups = Set.copyOf(groups);
        if (!countries.stream().allMatch(GatewayPolicy::isCountry)
                || !deniedCountries.stream().allMatch(GatewayPolicy::isCountry)) {
            throw new IllegalArgumentException("not countries: " + countries + deniedCountries);
        }
        Set<Asset> assets = new HashSet<>();
        if (!limits.stream().map(Range::asset).allMatch(assets::add)) {
            throw new IllegalArgumentException("two limits of one asset: " + limits);
        }
    }

    /**
     * What it may be used for.
     *
     * @param most not less than {@code least}, of the same asset
     */
    public record Range(Money least, Money most) {
        /** Refuses an empty range. */
        public Range {
            if (most.compareTo(least) < 0) {
                throw new IllegalArgumentException(least + " to " + most);
            }
        }

        Asset asset() {
            return least.asset();
        }
    }

    /**
     * Who wants to pay what.
     *
     * @param amount empty when it is not known yet
     * @param country as the client says; empty when it does not
     * @param groups the payer's tags
     * @param storeApp whether he uses a build of an app store
     */
    public record Wish(
            Optional<Money> amount,
            Optional<String> country,
            Set<String> groups,
            boolean storeApp) {
        /** Copies the set. */
        public Wish {
            groups = Set.copyOf(groups);
        }
    }

    /** Whether this is a country's code. */
    public static boolean isCountry(String code) {
        return code.matches("[A-Z]{2}");
    }

    /**
     * The first reason not to offer it; empty if it is offered. Pure.
     *
     * @param currencies what its provider takes; empty: whatever it is asked for
     */
    public Optional<MethodRefusal> refusal(Wish wish, Set<Asset> currencies) {
        if (!offered) {
            return Optional.of(MethodRefusal.SWITCHED_OFF);
        }
        if (wish.storeApp() && !inStoreApps) {
            return Optional.of(MethodRefusal.STORE_APP);
        }
        return ofPayer(wish)
                .or(() -> wish.amount().flatMap(amount -> ofAmount(amount, currencies)));
    }

    private Optional<MethodRefusal> ofPayer(Wish wish) {
        if (!groups.isEmpty() && groups.stream().noneMatch(wish.groups()::contains)) {
            return Optional.of(MethodRefusal.CUSTOMER_GROUP);
        }
        return wish.country()
                .filter(
                        country ->
                                deniedCountries.contains(country)
                                        || (!countries.isEmpty() && !countries.contains(country)))
                .map(_ -> MethodRefusal.COUNTRY);
    }

    private Optional<MethodRefusal> ofAmount(Money amount, Set<Asset> currencies) {
        if (!currencies.isEmpty() && !currencies.contains(amount.asset())) {
            return Optional.of(MethodRefusal.CURRENCY);
        }
        return limits.stream()
                .filter(range -> range.asset().equals(amount.asset()))
                .findFirst()
                .flatMap(range -> outside(range, amount));
    }

    private static Optional<MethodRefusal> outside(Range range, Money amount) {
        if (amount.compareTo(range.least()) < 0) {
            return Optional.of(MethodRefusal.AMOUNT_TOO_SMALL);
        }
        return amount.compareTo(range.most()) > 0
                ? Optional.of(MethodRefusal.AMOUNT_TOO_LARGE)
                : Optional.empty();
    }
}
