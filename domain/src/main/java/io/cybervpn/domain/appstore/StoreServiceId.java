package io.cybervpn.domain.appstore;

import java.util.UUID;

/** Identity of a service that a store keeps; its subscription has the same UUID. */
public record StoreServiceId(UUID value) {}
