/** Knocks at servers by TCP. */
@NullMarked
@CheckReturnValue
package io.cybervpn.infrastructure.server.tcp;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
