package io.cybervpn.domain.billing;

import java.util.UUID;

/** Identity of an order; also the subject of its payments and our reference at the provider. */
public record OrderId(UUID value) {}
