package io.cybervpn.domain.subscription;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.shared.DomainEvent;
import java.time.Instant;

/**
 * A subscription is not served for a while: its owner paused it, or staff suspended it. Handlers
 * may see events of one subscription in any order: ask FindSubscription for what holds now.
 */
public record SubscriptionHeld(SubscriptionId subscription, AccountId account, Instant at)
        implements DomainEvent {}
