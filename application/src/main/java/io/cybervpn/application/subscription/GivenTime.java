package io.cybervpn.application.subscription;

import io.cybervpn.domain.subscription.SubscriptionId;
import io.cybervpn.domain.subscription.model.Grant;
import java.time.Instant;
import java.util.UUID;

/**
 * Free time that was given or taken.
 *
 * @param days below zero: taken
 * @param endBefore the end as it then was
 * @param endAfter the end that came of it
 */
public record GivenTime(
        UUID id,
        SubscriptionId subscription,
        int days,
        Instant at,
        Instant endBefore,
        Instant endAfter) {
    static GivenTime of(Grant grant) {
        return new GivenTime(
                grant.id(),
                grant.subscription(),
                grant.gift().days(),
                grant.at(),
                grant.endBefore(),
                grant.endAfter());
    }
}
