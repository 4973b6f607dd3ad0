package io.cybervpn.domain.server;

import java.util.UUID;

/** Identity of a server. */
public record ServerId(UUID value) {}
