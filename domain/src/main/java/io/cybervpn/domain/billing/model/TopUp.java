package io.cybervpn.domain.billing.model;

import io.cybervpn.domain.billing.TopUpId;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.shared.Money;
import java.time.Instant;

/**
 * A customer's wish to fill his wallet. It has no state: what is paid for it is in the wallet as
 * soon as it comes, however late, and no sooner.
 *
 * @param requestKey the customer's own key of this request; see {@link OrderRequest}
 * @param paymentMethod the registry name of the provider
 * @param amount within {@link #isPossible}
 * @param expiresAt until when it can be paid
 */
public record TopUp(
        TopUpId id,
        AccountId account,
        String requestKey,
        String paymentMethod,
        Money amount,
        Instant createdAt,
        Instant expiresAt) {
    /** The largest amount, in minor units: far from what a sum of many could not hold. */
    public static final long MINOR_UNITS_MAX = 1_000_000_000_000L;

    /** Refuses an amount that is not possible. */
    public TopUp {
        if (!isPossible(amount)) {
            throw new IllegalArgumentException("a top-up of " + amount);
        }
    }

    /** Whether somebody may wish for it: more than nothing, and not beyond reason. */
    public static boolean isPossible(Money amount) {
        return !amount.isZero() && amount.minorUnits() <= MINOR_UNITS_MAX;
    }

    /** Whether a repeated request means this one. */
    public boolean isFor(Money wished, String method) {
        return amount.equals(wished) && paymentMethod.equals(method);
    }
}
