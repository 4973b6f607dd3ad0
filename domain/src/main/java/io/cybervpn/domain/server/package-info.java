/**
 * Published language of servers: where customers connect to, and how it is there.
 *
 * <p>A server is ours; the node that it is fed from is the panel's. Owns one record per node, the
 * log of its states, what that makes of each day, and its figures over time. Invariants: a node has
 * one server for ever, also after it is gone; maintenance is ours and wins over what the panel
 * says; a panel that is silent makes no server offline, only unknown. Events out: {@link
 * io.cybervpn.domain.server.ServerWentOffline}, {@link io.cybervpn.domain.server.ServerCameBack},
 * {@link io.cybervpn.domain.server.MaintenanceAnnounced}; events in: {@code PanelNodeNoticed}.
 */
@NullMarked
@CheckReturnValue
package io.cybervpn.domain.server;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
