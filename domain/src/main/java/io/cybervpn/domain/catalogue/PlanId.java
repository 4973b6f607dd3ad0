package io.cybervpn.domain.catalogue;

import java.util.UUID;

/** Identity of a plan; stable over all edits of it. */
public record PlanId(UUID value) {}
