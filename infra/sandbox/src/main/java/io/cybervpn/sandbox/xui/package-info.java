/** A 3x-ui panel in memory: inbounds, clients, traffic and subscription links, both families. */
@NullMarked
@CheckReturnValue
package io.cybervpn.sandbox.xui;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
