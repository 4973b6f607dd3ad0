package io.cybervpn.domain.subscription;

import io.cybervpn.domain.catalogue.Entitlement;
import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.shared.DomainEvent;
import java.time.Instant;

/**
 * A subscription went to another plan. What is owed changed, and with it perhaps the end, to either
 * side.
 *
 * @param from the plan before
 * @param to the plan now
 * @param expireAt its new end. Handlers may see events of one subscription in any order: ask
 *     FindSubscription for what holds now
 */
public record SubscriptionChanged(
        SubscriptionId subscription,
        AccountId account,
        PlanId from,
        PlanId to,
        Instant expireAt,
        Entitlement entitlement,
        Instant at)
        implements DomainEvent {}
