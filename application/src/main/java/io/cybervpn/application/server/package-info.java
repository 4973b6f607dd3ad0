/**
 * Use cases of servers: what customers may connect to, how it is there, and what staff do about it.
 *
 * <p>Records follow the nodes of the panels; looks every two minutes decide how each server is. No
 * panel is called in a unit of work. Events out: {@code ServerWentOffline}, {@code ServerCameBack},
 * {@code MaintenanceAnnounced}; events in: {@code PanelNodeNoticed}.
 */
@NullMarked
@CheckReturnValue
package io.cybervpn.application.server;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
