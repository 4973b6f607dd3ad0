/**
 * Published language of the shop's figures (R104, R224-R226): which there are, in which steps of
 * time. Owns nothing and keeps nothing: every figure is read from the books, the orders and the
 * paid time, so that it can be read again for any moment of the past. docs/metrics.md defines each.
 * Events out: none; events in: none.
 */
@NullMarked
@CheckReturnValue
package io.cybervpn.domain.statistics;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
