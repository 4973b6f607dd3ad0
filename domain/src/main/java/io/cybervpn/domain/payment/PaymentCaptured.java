package io.cybervpn.domain.payment;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.shared.DomainEvent;
import io.cybervpn.domain.shared.Money;
import java.time.Instant;
import java.util.UUID;

/**
 * The money came, at least as much as was asked for; it is in the payer's wallet. Happens once per
 * payment.
 *
 * @param subject what it pays for, such as an order
 * @param received all of it, also what is over
 * @param paidAt when the provider took the money, not when we heard of it
 */
public record PaymentCaptured(
        PaymentId payment,
        UUID subject,
        AccountId payer,
        String provider,
        Money received,
        Instant paidAt,
        Instant at)
        implements DomainEvent {}
