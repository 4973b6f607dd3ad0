package io.cybervpn.domain.payment;

import java.util.UUID;

/** Identity of a refund; the reference of ours that a provider gets. */
public record RefundId(UUID value) {}
