package io.cybervpn.domain.subscription.model;

import io.cybervpn.domain.subscription.SubscriptionId;

/** What made a subscription's time what it is. Append only; {@link PaidTime} is their fold. */
public sealed interface Deed permits Extension, PlanChange, Grant, Halt {
    /** Whose time. */
    SubscriptionId subscription();
}
