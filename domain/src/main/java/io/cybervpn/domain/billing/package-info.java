/**
 * Published language of billing. Owns quotes and orders: what was offered, at which price, and
 * whether it is paid. An order is paid by exactly one payment and never changes back. Events out:
 * {@link io.cybervpn.domain.billing.OrderPaid}; events in: PaymentCaptured.
 */
@NullMarked
@CheckReturnValue
package io.cybervpn.domain.billing;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
