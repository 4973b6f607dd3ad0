package io.cybervpn.domain.subscription;

import io.cybervpn.domain.catalogue.Entitlement;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.shared.DomainEvent;
import java.time.Instant;

/**
 * A subscription was opened or prolonged.
 *
 * @param expireAt its new end. Handlers may see events of one subscription in any order: ask
 *     FindSubscription for what holds now
 * @param entitlement what the latest paid order grants
 */
public record SubscriptionExtended(
        SubscriptionId subscription,
        AccountId account,
        Instant expireAt,
        Entitlement entitlement,
        Instant at)
        implements DomainEvent {}
