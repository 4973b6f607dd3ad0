package io.cybervpn.domain.subscription;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.shared.DomainEvent;
import java.time.Instant;

/** A subscription was taken away before its end: nothing may be served for it any more. */
public record SubscriptionTerminated(SubscriptionId subscription, AccountId account, Instant at)
        implements DomainEvent {}
