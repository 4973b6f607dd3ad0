package io.cybervpn.domain.catalogue;

import java.util.UUID;

/** Names an add-on. */
public record AddOnId(UUID value) {}
