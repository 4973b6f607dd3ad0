package io.cybervpn.domain.identity;

import java.util.UUID;

/** Identity of an account: a customer's or a member of staff's. */
public record AccountId(UUID value) {}
