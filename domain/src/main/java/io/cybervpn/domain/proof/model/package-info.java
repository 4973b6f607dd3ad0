/** Proofs, from the wish for one to its report. */
@NullMarked
@CheckReturnValue
package io.cybervpn.domain.proof.model;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
