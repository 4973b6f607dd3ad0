/**
 * Use cases of the catalogue: what is for sale, what a term costs, and how staff edit it. Other
 * contexts ask {@link io.cybervpn.application.catalogue.FindOffer}.
 */
@NullMarked
@CheckReturnValue
package io.cybervpn.application.catalogue;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
