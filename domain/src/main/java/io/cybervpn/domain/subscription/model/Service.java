package io.cybervpn.domain.subscription.model;

import io.cybervpn.domain.catalogue.Entitlement;
import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.subscription.SubscriptionId;
import java.time.Instant;
import java.util.Map;

/**
 * Who is served with what; the same in every state of a subscription.
 *
 * @param planNameI18n the plan's name by language tag, as it was at the latest purchase
 * @param entitlement what the latest purchase grants
 * @param startedAt from when the first purchase counted
 */
public record Service(
        SubscriptionId id,
        AccountId account,
        PlanId plan,
        Map<String, String> planNameI18n,
        Entitlement entitlement,
        Instant startedAt) {
    /** Copies the names. */
    public Service {
        planNameI18n = Map.copyOf(planNameI18n);
    }

    /** The same service by the terms of a newer purchase. */
    Service renewedBy(Purchase purchase) {
        return new Service(
                id,
                account,
                purchase.plan(),
                purchase.planNameI18n(),
                purchase.entitlement(),
                startedAt);
    }

    /** The same service by the terms of another plan. */
    Service changedTo(NewPlan terms) {
        return new Service(
                id, account, terms.plan(), terms.nameI18n(), terms.entitlement(), startedAt);
    }
}
