package io.cybervpn.domain.subscription.model;

import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.catalogue.Entitlement;
import io.cybervpn.domain.catalogue.PlanId;
import java.time.Instant;
import java.util.Map;

/**
 * What a paid order owes its buyer.
 *
 * @param worth how much time, and for what money; days are 24 h of UTC, not calendar days
 * @param paidAt when the provider took the money, not when we heard of it
 */
public record Purchase(
        OrderId order,
        PlanId plan,
        Map<String, String> planNameI18n,
        Worth worth,
        Entitlement entitlement,
        Instant paidAt) {
    /** The longest term. */
    public static final int DAYS_MAX = 3650;

    /** Copies the names. */
    public Purchase {
        planNameI18n = Map.copyOf(planNameI18n);
    }

    /** The same purchase, reckoned otherwise. */
    Purchase worth(Worth other) {
        return new Purchase(order, plan, planNameI18n, other, entitlement, paidAt);
    }
}
