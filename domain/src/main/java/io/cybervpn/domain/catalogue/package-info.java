/**
 * Published language of the catalogue: what is for sale, for how long, at what price, and what a
 * buyer is then entitled to. Owns products, plans, terms and prices. An {@link
 * io.cybervpn.domain.catalogue.Offer} is a snapshot: whoever sells keeps it, so that a later edit
 * of the plan changes no order. Events out: none; events in: none.
 */
@NullMarked
@CheckReturnValue
package io.cybervpn.domain.catalogue;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
