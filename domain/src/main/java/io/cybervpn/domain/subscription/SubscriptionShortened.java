package io.cybervpn.domain.subscription;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.shared.DomainEvent;
import java.time.Instant;

/**
 * A subscription ends earlier than was told, since money that had paid for it went back.
 *
 * @param expireAt its new end, perhaps in the past. Handlers may see events of one subscription in
 *     any order: ask FindSubscription for what holds now
 */
public record SubscriptionShortened(
        SubscriptionId subscription, AccountId account, Instant expireAt, Instant at)
        implements DomainEvent {}
