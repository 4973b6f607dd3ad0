/**
 * Stripe as far as a shop without its subscriptions goes: Checkout Sessions with their
 * PaymentIntents and charges, cards that are kept and charged without their owner, refunds,
 * disputes, signed events, idempotent requests and a page to pay on.
 */
@NullMarked
@CheckReturnValue
package io.cybervpn.sandbox.stripe;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
