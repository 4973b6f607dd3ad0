/**
 * Fiscal receipts: what a tax office is told of money that customers paid and got back. Owns {@code
 * fiscal_receipt} and {@code fiscal_coverage}. Invariants: one receipt for each payment, one for
 * each of its refunds, one for each refund that did not come true; those of a payment are made one
 * after the other; none is sent again before it was asked for. Tells {@link
 * io.cybervpn.domain.fiscal.FiscalReceiptGivenUp}.
 */
@NullMarked
@CheckReturnValue
package io.cybervpn.domain.fiscal;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
