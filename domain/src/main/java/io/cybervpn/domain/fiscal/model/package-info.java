/** Receipts and the order in which those of a payment are made. */
@NullMarked
@CheckReturnValue
package io.cybervpn.domain.fiscal.model;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
