package io.cybervpn.domain.provisioning;

import java.util.UUID;

/** Identity of an access: the UUID of the subscription that it serves. */
public record AccessId(UUID value) {}
