package io.cybervpn.domain.server;

import io.cybervpn.domain.shared.DomainEvent;
import java.time.Instant;

/**
 * Nobody can connect to a server any more. Told once, not again while it stays so, and not of a
 * server in maintenance.
 *
 * @param name as customers see it
 * @param reason such as {@code not_connected}, {@code disabled} or {@code gone}
 */
public record ServerWentOffline(ServerId server, String name, String reason, Instant at)
        implements DomainEvent {}
