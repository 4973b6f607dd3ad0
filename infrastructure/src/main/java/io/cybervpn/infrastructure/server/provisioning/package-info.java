/** What servers need to know of provisioning. */
@NullMarked
@CheckReturnValue
package io.cybervpn.infrastructure.server.provisioning;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
