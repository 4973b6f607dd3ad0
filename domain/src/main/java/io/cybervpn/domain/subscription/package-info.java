/**
 * Published language of subscription. Owns how long a customer is served and with what. A
 * subscription's end is the fold of its extensions, and each paid order extends exactly once.
 * Events out: {@link io.cybervpn.domain.subscription.SubscriptionExtended}, {@link
 * io.cybervpn.domain.subscription.SubscriptionExpired}, {@link
 * io.cybervpn.domain.subscription.SubscriptionTerminated}; events in: OrderPaid.
 */
@NullMarked
@CheckReturnValue
package io.cybervpn.domain.subscription;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
