package io.cybervpn.domain.renewal;

import io.cybervpn.domain.subscription.SubscriptionId;
import java.time.Instant;

/**
 * The end of what a subscription is paid for: what is to be renewed, at most once.
 *
 * @param end in whole microseconds, as the subscription's own
 */
public record PeriodKey(SubscriptionId subscription, Instant end) {}
