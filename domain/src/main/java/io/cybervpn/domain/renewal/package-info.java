/**
 * Published language of renewal. Owns what happens around the end of what was paid for: who is
 * reminded of it and when, whose subscription is renewed by itself and by which money, and what
 * follows when nobody pays. A period is charged for at most once. Events out: {@link
 * io.cybervpn.domain.renewal.RenewalToTell}; events in: SubscriptionExtended,
 * SubscriptionShortened, OrderPaid.
 */
@NullMarked
@CheckReturnValue
package io.cybervpn.domain.renewal;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
