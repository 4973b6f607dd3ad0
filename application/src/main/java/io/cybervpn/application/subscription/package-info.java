/**
 * What can be done with subscriptions: extend on payment, expire on time, end with an account,
 * look. Events in: OrderPaid; events out: SubscriptionExtended, SubscriptionExpired,
 * SubscriptionTerminated.
 */
@NullMarked
@CheckReturnValue
package io.cybervpn.application.subscription;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
