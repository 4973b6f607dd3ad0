/**
 * The Crypto Pay API 1.5.2: invoices, balance, rates, transfers, signed webhooks and a page to pay
 * on.
 */
@NullMarked
@CheckReturnValue
package io.cybervpn.sandbox.cryptopay;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
