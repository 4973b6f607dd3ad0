package io.cybervpn.domain.identity;

import java.util.UUID;

/** Identity of a copy of everything that the shop knows of somebody. */
public record ExportId(UUID value) {}
