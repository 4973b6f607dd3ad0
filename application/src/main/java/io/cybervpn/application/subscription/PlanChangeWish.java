package io.cybervpn.application.subscription;

import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.subscription.SubscriptionId;

/**
 * Which plan a subscription should go to.
 *
 * @param termDays whose price counts
 * @param asset in which a difference or a term would be paid
 */
public record PlanChangeWish(SubscriptionId subscription, PlanId plan, int termDays, Asset asset) {}
