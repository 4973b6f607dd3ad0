/** Payments and the decisions on them. */
@NullMarked
@CheckReturnValue
package io.cybervpn.domain.payment.model;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
