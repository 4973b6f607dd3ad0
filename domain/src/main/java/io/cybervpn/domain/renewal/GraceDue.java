package io.cybervpn.domain.renewal;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.shared.DomainEvent;
import io.cybervpn.domain.subscription.SubscriptionId;
import java.time.Instant;

/**
 * What was paid for has come to its end, and from now on a smaller service is given. Told once for
 * each end.
 *
 * @param end of what was paid for
 */
public record GraceDue(SubscriptionId subscription, AccountId account, Instant end, Instant at)
        implements DomainEvent {}
