package io.cybervpn.domain.subscription.model;

import io.cybervpn.domain.subscription.SubscriptionExtended;

/** A purchase took effect: the new state, the stretch of time it gave, and what to tell. */
public record Extended(
        Subscription subscription, Extension extension, SubscriptionExtended event) {}
