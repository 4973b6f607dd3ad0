/** Whom fiscal needs outside. */
@NullMarked
@CheckReturnValue
package io.cybervpn.application.fiscal.port;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
