/** Wires subscription. */
@NullMarked
@CheckReturnValue
package io.cybervpn.infrastructure.provisioning;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
