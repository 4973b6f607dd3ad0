package io.cybervpn.domain.subscription.model;

import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.catalogue.Entitlement;
import io.cybervpn.domain.catalogue.PlanId;
import java.time.Instant;
import java.util.Map;

/**
 * What a paid order owes its buyer.
 *
 * @param days 1 to 3650, each 24 h of UTC, not a calendar day
 * @param paidAt when the provider took the money, not when we heard of it
 */
public record Purchase(
        OrderId order,
        PlanId plan,
        Map<String, String> planNameI18n,
        int days,
        Entitlement entitlement,
        Instant paidAt) {
    /** The longest term. */
    public static final int DAYS_MAX = 3650;

    /** Copies the names; refuses days outside 1 to {@link #DAYS_MAX}. */
    public Purchase {
        planNameI18n = Map.copyOf(planNameI18n);
        if (days < 1 || days > DAYS_MAX) {
            throw new IllegalArgumentException("days outside 1.." + DAYS_MAX + ": " + days);
        }
    }
}
