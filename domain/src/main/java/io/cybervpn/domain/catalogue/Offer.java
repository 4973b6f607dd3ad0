package io.cybervpn.domain.catalogue;

import io.cybervpn.domain.shared.Money;
import java.util.Map;

/**
 * A plan for one term at one price, as it was at the moment of asking. A snapshot: it does not
 * follow the plan.
 *
 * @param planCode the shop's short name of the plan, such as {@code pro}
 * @param tier the {@link Tier#code} of the plan
 * @param nameI18n the plan's name by language tag; {@code en} is always there
 * @param termDays 30, 90, 180 or 365 days of 24 hours
 * @param price for the whole term; never converted from another asset
 * @param entitlement what the buyer may use during the term
 */
public record Offer(
        PlanId plan,
        String planCode,
        String tier,
        Map<String, String> nameI18n,
        int termDays,
        Money price,
        Entitlement entitlement) {
    /** Copies the names. */
    public Offer {
        nameI18n = Map.copyOf(nameI18n);
    }
}
