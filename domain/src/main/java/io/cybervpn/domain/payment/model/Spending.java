package io.cybervpn.domain.payment.model;

import io.cybervpn.domain.shared.Money;

/** What became of the money of a captured payment. */
public sealed interface Spending {
    /**
     * It paid for its subject.
     *
     * @param total what the subject cost
     * @param part what of that it paid: all, but where the wallet and a provider paid together
     */
    record Spent(Money total, Money part) implements Spending {
        /** It paid all of it. */
        public Spent(Money total) {
            this(total, total);
        }
    }

    /** It is in the payer's wallet: its subject is no purchase, or was paid by other money. */
    record Kept() implements Spending {}

    /** It fitted nothing, and staff have decided on it: none of it is left. */
    record Resolved() implements Spending {}

    /** The subject is about to be paid with it. */
    record Undecided() implements Spending {}
}
