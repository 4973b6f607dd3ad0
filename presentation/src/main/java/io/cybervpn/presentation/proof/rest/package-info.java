/** The daily proof over REST, for staff who may read the books. */
@NullMarked
@CheckReturnValue
package io.cybervpn.presentation.proof.rest;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
