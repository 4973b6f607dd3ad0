package io.cybervpn.domain.server;

import io.cybervpn.domain.shared.DomainEvent;
import java.time.Instant;

/**
 * A server that was offline, or in maintenance, can be connected to.
 *
 * @param name as customers see it
 */
public record ServerCameBack(ServerId server, String name, Instant at) implements DomainEvent {}
