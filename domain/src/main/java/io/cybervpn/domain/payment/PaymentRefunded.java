package io.cybervpn.domain.payment;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.shared.DomainEvent;
import io.cybervpn.domain.shared.Money;
import java.time.Instant;
import java.util.UUID;

/**
 * Money of a payment went back. Happens once per refund; what it paid for shrinks with it, and what
 * was given for it to others may be clawed back.
 *
 * @param subject what was paid for, such as an order
 * @param amount all that went back
 * @param fromSale the part of {@code amount} that had paid for {@code subject}; zero when the money
 *     was not spent
 * @param saleTotal what {@code subject} cost; zero when {@code fromSale} is
 */
public record PaymentRefunded(
        RefundId refund,
        PaymentId payment,
        UUID subject,
        AccountId payer,
        String provider,
        RefundCause cause,
        Money amount,
        Money fromSale,
        Money saleTotal,
        Instant at)
        implements DomainEvent {}
