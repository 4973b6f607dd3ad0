/**
 * Published language of subscription. Owns how long a customer is served and with what. A
 * subscription's end is the fold of its extensions, each as long as its order is still paid, and of
 * its changes of plan, with free time and what stood still; each paid order extends exactly once.
 * Events out: {@link io.cybervpn.domain.subscription.SubscriptionExtended}, {@link
 * io.cybervpn.domain.subscription.SubscriptionChanged}, {@link
 * io.cybervpn.domain.subscription.SubscriptionShortened}, {@link
 * io.cybervpn.domain.subscription.SubscriptionExpired}, {@link
 * io.cybervpn.domain.subscription.SubscriptionTerminated}, {@link
 * io.cybervpn.domain.subscription.SubscriptionHeld}, {@link
 * io.cybervpn.domain.subscription.SubscriptionReleased}; events in: OrderPaid, PaymentRefunded,
 * PaymentRefundUndone.
 */
@NullMarked
@CheckReturnValue
package io.cybervpn.domain.subscription;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
