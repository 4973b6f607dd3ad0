package io.cybervpn.domain.payment;

import java.util.UUID;

/** Identity of a bank transfer that staff recorded. */
public record TransferId(UUID value) {}
