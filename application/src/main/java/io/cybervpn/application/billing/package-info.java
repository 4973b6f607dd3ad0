/**
 * What can be done with prices and orders: quote, place, pay, settle, expire, look. Events in:
 * PaymentCaptured; events out: OrderPaid.
 */
@NullMarked
@CheckReturnValue
package io.cybervpn.application.billing;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
