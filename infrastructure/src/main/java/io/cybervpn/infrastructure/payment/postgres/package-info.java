/** Payments in PostgreSQL. */
@NullMarked
@CheckReturnValue
package io.cybervpn.infrastructure.payment.postgres;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
