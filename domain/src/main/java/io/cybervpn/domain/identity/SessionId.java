package io.cybervpn.domain.identity;

import java.util.UUID;

/** Identity of a session: the family of refresh tokens that descend from one login. */
public record SessionId(UUID value) {}
