/** Puts billing's settings together. */
@NullMarked
@CheckReturnValue
package io.cybervpn.infrastructure.billing;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
