/** How the parts of the shop are. */
@NullMarked
@CheckReturnValue
package io.cybervpn.infrastructure.server.health;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
