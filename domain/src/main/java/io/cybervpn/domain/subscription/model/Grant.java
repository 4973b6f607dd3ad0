package io.cybervpn.domain.subscription.model;

import io.cybervpn.domain.subscription.SubscriptionId;
import java.time.Instant;
import java.util.UUID;

/**
 * Time that nobody paid for: given, or taken away. Never changed afterwards.
 *
 * @param key what makes it one; unique in the shop
 * @param at when it was done
 * @param endBefore the end as it then was; of one that it opened, {@code at}
 * @param endAfter the end that came of it
 */
public record Grant(
        UUID id,
        SubscriptionId subscription,
        String key,
        Gift gift,
        Instant at,
        Instant endBefore,
        Instant endAfter)
        implements Deed {
    /** The same with the end that comes of it. */
    Grant reaching(Instant end) {
        return new Grant(id, subscription, key, gift, at, endBefore, end);
    }
}
