/**
 * Published language of payment: ids and events. Owns payments and what providers say of them;
 * invariants: a payment is captured at most once, money that came is never dropped, and no more
 * goes back than came. Events out: {@code PaymentCaptured}, {@code PaymentFlagged}, {@code
 * PaymentExpired}, {@code PaymentRefunded}, {@code PaymentRefundUndone}; events in: none.
 */
@NullMarked
@CheckReturnValue
package io.cybervpn.domain.payment;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
