package io.cybervpn.domain.subscription;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.shared.DomainEvent;
import java.time.Instant;

/**
 * What is added to what a subscription's plan grants is not what it was: something was bought, went
 * back, or is over. Whoever cares asks what is granted now.
 */
public record AddOnsChanged(SubscriptionId subscription, AccountId account, Instant at)
        implements DomainEvent {}
