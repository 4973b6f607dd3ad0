package io.cybervpn.domain.ledger;

import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;

/**
 * One line of a transaction.
 *
 * @param minorUnits signed count of the asset's smallest unit, never zero: positive is a debit,
 *     negative a credit
 */
public record Posting(LedgerAccount account, Asset asset, long minorUnits) {
    /** Refuses an empty line, and the one number that has no opposite. */
    public Posting {
        if (minorUnits == 0 || minorUnits == Long.MIN_VALUE) {
            throw new IllegalArgumentException("a posting moves something: " + minorUnits);
        }
    }

    /** Value comes in: {@code amount} is more than zero. */
    public static Posting debit(LedgerAccount account, Money amount) {
        return new Posting(account, amount.asset(), amount.minorUnits());
    }

    /** Value goes out: {@code amount} is more than zero. */
    public static Posting credit(LedgerAccount account, Money amount) {
        return new Posting(account, amount.asset(), -amount.minorUnits());
    }

    /** The same line the other way round. */
    public Posting opposite() {
        return new Posting(account, asset, -minorUnits);
    }
}
