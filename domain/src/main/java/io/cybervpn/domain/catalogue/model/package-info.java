/**
 * Products, plans and the decision what may be sold. Invariants: every text has an English version,
 * a term has at least one price and at most one per asset, a price is above zero.
 */
@NullMarked
@CheckReturnValue
package io.cybervpn.domain.catalogue.model;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
