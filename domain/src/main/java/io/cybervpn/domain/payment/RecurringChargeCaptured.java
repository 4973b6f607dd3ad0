package io.cybervpn.domain.payment;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.shared.DomainEvent;
import io.cybervpn.domain.shared.Money;
import java.time.Instant;
import java.util.UUID;

/**
 * A provider took the same amount once more by itself, as the payer had agreed; the money is in his
 * wallet. Happens once per charge, beside its {@link PaymentCaptured}.
 *
 * @param first the payment that the payer agreed to make again and again
 * @param subject what it pays for: nothing of this id is there yet
 * @param firstSubject what the payer agreed to pay for again and again, such as an order
 * @param received what was agreed to; what came beyond it is in the wallet too
 * @param paidAt when the provider took the money, not when we heard of it
 */
public record RecurringChargeCaptured(
        PaymentId payment,
        PaymentId first,
        UUID subject,
        UUID firstSubject,
        AccountId payer,
        String provider,
        Money received,
        Instant paidAt,
        Instant at)
        implements DomainEvent {}
