/**
 * WebSockets (R152, R153): the handshake, the protocol and the sockets of this instance. Speaks
 * Vert.x, on which Quarkus stands, since docs/adr/0017.
 */
@NullMarked
@CheckReturnValue
package io.cybervpn.presentation.live.ws;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
