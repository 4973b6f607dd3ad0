package io.cybervpn.domain.subscription;

import io.cybervpn.domain.catalogue.Entitlement;
import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.domain.identity.AccountId;
import java.time.Instant;

/**
 * What is owed to a customer at one moment.
 *
 * @param expireAt the end; in the past when expired
 */
public record SubscriptionSnapshot(
        SubscriptionId id,
        AccountId account,
        PlanId plan,
        SubscriptionStatus status,
        Instant expireAt,
        Entitlement entitlement) {}
