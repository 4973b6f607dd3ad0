package io.cybervpn.domain.catalogue;

import java.util.UUID;

/** Identity of a product, under which plans are grouped. */
public record ProductId(UUID value) {}
