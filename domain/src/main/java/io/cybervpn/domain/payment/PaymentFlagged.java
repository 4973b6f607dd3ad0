package io.cybervpn.domain.payment;

import io.cybervpn.domain.shared.DomainEvent;
import java.time.Instant;
import java.util.UUID;

/**
 * Money came that does not fit the payment: staff must look, nothing is granted for it.
 *
 * @param subject what was to be paid for
 * @param reason for staff; neither secret nor personal
 */
public record PaymentFlagged(PaymentId payment, UUID subject, String reason, Instant at)
        implements DomainEvent {}
