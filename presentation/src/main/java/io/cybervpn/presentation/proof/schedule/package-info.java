/** When proofs are made, and the gauges that alerts follow. */
@NullMarked
@CheckReturnValue
package io.cybervpn.presentation.proof.schedule;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
