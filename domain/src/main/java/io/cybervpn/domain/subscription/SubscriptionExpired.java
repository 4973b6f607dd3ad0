package io.cybervpn.domain.subscription;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.shared.DomainEvent;
import java.time.Instant;

/** A subscription reached its end unpaid. A later payment opens it again. */
public record SubscriptionExpired(SubscriptionId subscription, AccountId account, Instant at)
        implements DomainEvent {}
