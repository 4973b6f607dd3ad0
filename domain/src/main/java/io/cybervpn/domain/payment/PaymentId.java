package io.cybervpn.domain.payment;

import java.util.UUID;

/** Identity of a payment; the reference of ours that a provider gets. */
public record PaymentId(UUID value) {}
