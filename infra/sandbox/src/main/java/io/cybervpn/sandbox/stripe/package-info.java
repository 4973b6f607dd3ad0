/**
 * Stripe as far as one-off payments go: Checkout Sessions with their PaymentIntents and charges,
 * refunds, disputes, signed events, idempotent requests and a page to pay on.
 */
@NullMarked
@CheckReturnValue
package io.cybervpn.sandbox.stripe;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
