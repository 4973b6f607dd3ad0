package io.cybervpn.domain.payment;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.shared.DomainEvent;
import io.cybervpn.domain.shared.Money;
import java.time.Instant;
import java.util.UUID;

/**
 * A refund that {@link PaymentRefunded} told of did not come true after all: the money is with us
 * again, and what was paid for is owed again. At most once per refund.
 *
 * @param subject what was paid for, such as an order
 * @param fromSale as the refund told it
 * @param saleTotal as the refund told it
 */
public record PaymentRefundUndone(
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
