package io.cybervpn.domain.catalogue;

import java.util.Map;

/**
 * A plan on sale and one of its terms in every asset. A snapshot, like an {@link Offer}.
 *
 * @param planCode the shop's short name of the plan
 * @param nameI18n the plan's name by language tag; {@code en} is always there
 * @param entitlement what the buyer may use
 * @param rates what the asked term costs
 * @param shortestTermDays the shortest term that the plan is sold for
 */
public record Tariff(
        PlanId plan,
        String planCode,
        Map<String, String> nameI18n,
        Entitlement entitlement,
        Rates rates,
        int shortestTermDays) {
    /** Copies the names. */
    public Tariff {
        nameI18n = Map.copyOf(nameI18n);
    }
}
