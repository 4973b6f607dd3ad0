package io.cybervpn.domain.identity;

import java.util.UUID;

/** Identity of a link between an account and who its owner is elsewhere. */
public record IdentityId(UUID value) {}
