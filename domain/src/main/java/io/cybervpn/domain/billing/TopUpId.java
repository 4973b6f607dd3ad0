package io.cybervpn.domain.billing;

import java.util.UUID;

/** Identity of a top-up; also the subject of its payments. */
public record TopUpId(UUID value) {}
