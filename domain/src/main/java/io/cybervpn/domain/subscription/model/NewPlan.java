package io.cybervpn.domain.subscription.model;

import io.cybervpn.domain.catalogue.Entitlement;
import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.domain.catalogue.Rates;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;

/**
 * The plan that a subscription goes to.
 *
 * @param id of the change
 * @param key what makes the change one; see {@link PlanChange}
 * @param at from when it counts: the moment of a free change, of a paid one when the provider took
 *     the money; to the microsecond, as a store keeps it
 */
public record NewPlan(
        UUID id,
        String key,
        PlanId plan,
        Map<String, String> nameI18n,
        Entitlement entitlement,
        Rates rates,
        boolean keepsFreeTime,
        Instant at) {
    /** Copies the names, and leaves out what is finer than a microsecond. */
    public NewPlan {
        nameI18n = Map.copyOf(nameI18n);
        at = at.truncatedTo(ChronoUnit.MICROS);
    }

    PlanChange change(Service service, Instant endBefore, Instant endAfter) {
        return new PlanChange(
                id,
                service.id(),
                key,
                service.plan(),
                plan,
                rates,
                keepsFreeTime,
                at,
                endBefore,
                endAfter);
    }
}
