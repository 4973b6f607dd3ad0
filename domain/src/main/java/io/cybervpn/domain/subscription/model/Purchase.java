package io.cybervpn.domain.subscription.model;

import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.catalogue.Entitlement;
import io.cybervpn.domain.catalogue.PlanId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * What a paid order owes its buyer.
 *
 * @param worth how much time, and for what money; days are 24 h of UTC, not calendar days
 * @param paidAt when the provider took the money, not when we heard of it; to the microsecond,
 *     since a store keeps nothing finer, and an end that is rounded must be one of the kept
 *     beginning
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

    /** Copies the names, and leaves out what is finer than a microsecond. */
    public Purchase {
        planNameI18n = Map.copyOf(planNameI18n);
        paidAt = paidAt.truncatedTo(ChronoUnit.MICROS);
    }

    /** The same purchase, reckoned otherwise. */
    Purchase worth(Worth other) {
        return new Purchase(order, plan, planNameI18n, other, entitlement, paidAt);
    }
}
