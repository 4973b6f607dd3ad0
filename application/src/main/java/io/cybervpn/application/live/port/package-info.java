/** What news need of the outside: a way to all instances. */
@NullMarked
@CheckReturnValue
package io.cybervpn.application.live.port;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
