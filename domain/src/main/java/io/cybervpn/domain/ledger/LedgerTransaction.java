package io.cybervpn.domain.ledger;

import io.cybervpn.domain.shared.Asset;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A balanced set of postings that are booked together or not at all. It is never changed: a mistake
 * is booked back by its {@link #reversal}.
 *
 * @param businessKey names the event that moved the money, such as {@code order-settled:<id>}; no
 *     two transactions share one; 1 to 200 characters
 * @param at when it was booked, by our clock
 * @param postings 2 to 100 lines; per asset they sum to zero
 */
public record LedgerTransaction(
        LedgerTransactionId id, String businessKey, Kind kind, Instant at, List<Posting> postings) {
    private static final int KEY_LENGTH_MAX = 200;
    private static final int POSTINGS_MAX = 100;
    private static final String REVERSAL_PREFIX = "reversal-of:";

    /** Why money moved. */
    public enum Kind {
        /** A provider took what was asked for: clearing to wallet. */
        PAYMENT_CAPTURED,
        /** A provider took something else than was asked for: clearing to unallocated. */
        PAYMENT_UNALLOCATED,
        /** A second invoice of a settled payment was paid too: clearing to unallocated. */
        PAYMENT_SURPLUS,
        /** What a provider kept of a payment: clearing to fees. */
        PROVIDER_FEE,
        /** An order was paid from the wallet: wallet, grant and hold to revenue. */
        ORDER_SETTLED,
        /** An invoice of staff was paid from the wallet: wallet and grant to revenue. */
        INVOICE_SETTLED,
        /** A customer was given something to spend: promotions to grant. */
        WALLET_GRANTED,
        /** What was left of a grant when its time was over: grant to promotions. */
        GRANT_LAPSED,
        /** Staff put money into a wallet: adjustments to wallet. */
        WALLET_CREDITED,
        /** Staff took money out of a wallet: wallet to adjustments. */
        WALLET_DEBITED,
        /** What another shop owed a customer who came over: opening balances to wallet. */
        BALANCE_BROUGHT,
        /** A part of an order was set aside: wallet and grant to hold. */
        WALLET_HELD,
        /** What was set aside went back: hold to wallet and grant. */
        HOLD_RELEASED,
        /** An account became part of another: wallet to wallet. */
        ACCOUNTS_MERGED,
        /** Money of a payment goes back: refunds, wallet or unallocated to clearing or wallet. */
        REFUND,
        /** Staff decided on money kept apart: unallocated to wallet, clearing or adjustments. */
        UNALLOCATED_RESOLVED,
        /** The tax of a paid invoice: revenue to tax. */
        INVOICE_TAX,
        /** The tax of a credit note: tax to refunds. */
        CREDIT_NOTE_TAX,
        /** An earlier transaction was booked back. */
        REVERSAL
    }

    /** Refuses what does not balance. */
    public LedgerTransaction {
        postings = List.copyOf(postings);
        if (businessKey.isBlank() || businessKey.length() > KEY_LENGTH_MAX) {
            throw new IllegalArgumentException("not a business key: " + businessKey);
        }
        if (postings.size() < 2 || postings.size() > POSTINGS_MAX) {
            throw new IllegalArgumentException(
                    businessKey + " has " + postings.size() + " postings");
        }
        sums(postings).forEach(LedgerTransaction::requireZero);
    }

    /** The key of the transaction that books {@code businessKey} back. */
    public static String reversalKey(String businessKey) {
        return REVERSAL_PREFIX + businessKey;
    }

    /**
     * The transaction that undoes this one. Its business key follows from this one's, so that a
     * second reversal meets the first. A reversal itself is not reversed: post the original again.
     */
    public LedgerTransaction reversal(LedgerTransactionId reversalId, Instant now) {
        if (kind == Kind.REVERSAL) {
            throw new IllegalStateException(businessKey + " is a reversal");
        }
        return new LedgerTransaction(
                reversalId,
                reversalKey(businessKey),
                Kind.REVERSAL,
                now,
                postings.stream().map(Posting::opposite).toList());
    }

    private static Map<Asset, Long> sums(List<Posting> postings) {
        Map<Asset, Long> sums = new HashMap<>();
        postings.forEach(line -> sums.merge(line.asset(), line.minorUnits(), Math::addExact));
        return sums;
    }

    private static void requireZero(Asset asset, long sum) {
        if (sum != 0) {
            throw new IllegalArgumentException(
                    "postings in " + asset.code() + " sum to " + sum + ", not to zero");
        }
    }
}
