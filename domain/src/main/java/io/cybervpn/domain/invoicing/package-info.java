/**
 * Published language of invoicing. Owns invoices, credit notes, their numbers, and what is written
 * on them: seller, buyers, tax rates. Invariants: a number is given once, in the transaction that
 * finalises, and leaves no gap; a finalised document never changes; what notes give back is never
 * more than their invoice. Events out: none; events in: OrderPaid, PaymentRefunded,
 * PaymentRefundUndone.
 */
@NullMarked
@CheckReturnValue
package io.cybervpn.domain.invoicing;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
