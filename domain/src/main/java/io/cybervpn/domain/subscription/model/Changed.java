package io.cybervpn.domain.subscription.model;

import io.cybervpn.domain.subscription.SubscriptionChanged;

/** A change of plan took effect: the new state, what to keep of it, and what to tell. */
public record Changed(Subscription subscription, PlanChange change, SubscriptionChanged event) {}
