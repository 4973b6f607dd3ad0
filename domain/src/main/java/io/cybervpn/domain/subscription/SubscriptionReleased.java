package io.cybervpn.domain.subscription;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.shared.DomainEvent;
import java.time.Instant;

/**
 * A subscription that was held is served again, up to its end. Handlers may see events of one
 * subscription in any order: ask FindSubscription for what holds now.
 */
public record SubscriptionReleased(SubscriptionId subscription, AccountId account, Instant at)
        implements DomainEvent {}
