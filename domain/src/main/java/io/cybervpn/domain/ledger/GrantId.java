package io.cybervpn.domain.ledger;

import java.util.UUID;

/** Identity of something that a customer was given to spend. */
public record GrantId(UUID value) {}
