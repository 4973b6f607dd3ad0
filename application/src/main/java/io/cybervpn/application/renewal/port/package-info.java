/** What renewal needs from others, by role. */
@NullMarked
@CheckReturnValue
package io.cybervpn.application.renewal.port;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
