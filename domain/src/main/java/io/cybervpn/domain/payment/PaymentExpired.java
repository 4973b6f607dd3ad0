package io.cybervpn.domain.payment;

import io.cybervpn.domain.shared.DomainEvent;
import java.time.Instant;
import java.util.UUID;

/**
 * Nobody paid in time. Money may still come late, and is captured then.
 *
 * @param subject what was to be paid for
 */
public record PaymentExpired(PaymentId payment, UUID subject, Instant at) implements DomainEvent {}
