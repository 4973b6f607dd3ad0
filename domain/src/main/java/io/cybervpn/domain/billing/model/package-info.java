/**
 * Prices and orders. Private to the context. Invariants: an order's total is fixed when it is
 * placed; it is paid at most once and stays paid; what was bought is a snapshot.
 */
@NullMarked
@CheckReturnValue
package io.cybervpn.domain.billing.model;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
