package io.cybervpn.domain.server;

import io.cybervpn.domain.shared.DomainEvent;
import java.time.Instant;

/**
 * Staff work on a server and customers shall know.
 *
 * @param name as customers see it
 * @param message for customers
 * @param expectedEnd RFC 3339; empty text when nobody knows
 */
public record MaintenanceAnnounced(
        ServerId server, String name, String message, String expectedEnd, Instant at)
        implements DomainEvent {}
