package io.cybervpn.domain.payment.model;

import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.RefundCause;
import io.cybervpn.domain.payment.RefundId;
import io.cybervpn.domain.shared.Money;
import java.time.Instant;

/**
 * What is to go back, or went back. It never changes.
 *
 * @param amount more than zero
 * @param key names the wish: of one payment no two refunds have the same; 1 to 300 characters
 * @param reason for staff, as they gave it; not personal
 */
public record RefundRequest(
        RefundId id,
        PaymentId payment,
        Money amount,
        RefundCause cause,
        Destination to,
        String key,
        String reason,
        Instant createdAt) {
    private static final int KEY_LENGTH_MAX = 300;

    /** Where the money goes. */
    public enum Destination {
        /** The way it came. */
        PROVIDER,
        /** The payer's wallet with us. */
        WALLET
    }

    /** Refuses a refund of nothing. */
    public RefundRequest {
        if (amount.isZero()) {
            throw new IllegalArgumentException("a refund of nothing");
        }
        if (key.isBlank() || key.length() > KEY_LENGTH_MAX) {
            throw new IllegalArgumentException("a refund's key of " + key.length());
        }
    }
}
