package io.cybervpn.domain.payment.model;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.shared.Money;
import java.time.Instant;
import java.util.UUID;

/**
 * What is asked for. It never changes, whatever a provider says.
 *
 * @param subject what is paid for, such as an order
 * @param provider who takes the money, such as {@code cryptobot}
 * @param amount more than zero
 * @param description shown to the payer, 1 to 1024 characters
 * @param subscriptionDays length of what is bought, 0 if it has none
 * @param expiresAt after {@code createdAt}; until when it should be paid
 * @param payerGone the payer's account was erased: money that still comes is nobody's to grant for
 */
public record PaymentRequest(
        PaymentId id,
        UUID subject,
        AccountId payer,
        String provider,
        Money amount,
        String description,
        int subscriptionDays,
        Instant createdAt,
        Instant expiresAt,
        boolean payerGone) {
    private static final int DESCRIPTION_LENGTH_MAX = 1024;

    /** Refuses a request that nobody could pay. */
    public PaymentRequest {
        if (amount.isZero()) {
            throw new IllegalArgumentException("a payment of nothing");
        }
        if (description.isBlank() || description.length() > DESCRIPTION_LENGTH_MAX) {
            throw new IllegalArgumentException("a description of " + description.length());
        }
        if (subscriptionDays < 0 || !expiresAt.isAfter(createdAt)) {
            throw new IllegalArgumentException("a payment that ends before it begins");
        }
    }

    /** A request of somebody who is there. */
    public PaymentRequest(
            PaymentId id,
            UUID subject,
            AccountId payer,
            String provider,
            Money amount,
            String description,
            int subscriptionDays,
            Instant createdAt,
            Instant expiresAt) {
        this(
                id,
                subject,
                payer,
                provider,
                amount,
                description,
                subscriptionDays,
                createdAt,
                expiresAt,
                false);
    }
}
