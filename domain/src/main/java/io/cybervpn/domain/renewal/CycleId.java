package io.cybervpn.domain.renewal;

import java.util.UUID;

/** Identity of what is done about one period. */
public record CycleId(UUID value) {}
