/** Stripe: cards and the like, on its own payment page. */
@NullMarked
@CheckReturnValue
package io.cybervpn.infrastructure.payment.stripe;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
