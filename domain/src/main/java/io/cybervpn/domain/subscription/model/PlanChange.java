package io.cybervpn.domain.subscription.model;

import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.domain.catalogue.Rates;
import io.cybervpn.domain.subscription.SubscriptionId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A subscription went to another plan: what was left of its money bought time of that plan. Never
 * changed afterwards.
 *
 * @param key what makes it one: the buyer's key of the request, or the order that paid for it
 * @param rates what the new plan cost
 * @param keepsFreeTime whether time that nobody paid for stays as long as it was; if not, it is
 *     worth nothing
 * @param at from when the new plan counts
 * @param endBefore the end as it then was
 * @param endAfter the end that came of the change, before any order that paid for it gave time
 */
public record PlanChange(
        UUID id,
        SubscriptionId subscription,
        String key,
        PlanId from,
        PlanId to,
        Rates rates,
        boolean keepsFreeTime,
        Instant at,
        Instant endBefore,
        Instant endAfter)
        implements Deed {
    /** The most changes of one subscription that are free to make. */
    public static final int COUNT_MAX = 100;

    /** The latest of a subscription's deeds. */
    public static Optional<PlanChange> latestOf(Iterable<? extends Deed> history) {
        Optional<PlanChange> latest = Optional.empty();
        for (Deed deed : history) {
            latest = deed instanceof PlanChange change ? Optional.of(change) : latest;
        }
        return latest;
    }
}
