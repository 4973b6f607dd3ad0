/** Wiring of the payment providers and the alarms of payment. */
@NullMarked
@CheckReturnValue
package io.cybervpn.infrastructure.payment;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
