package io.cybervpn.domain.payment.model;

import io.cybervpn.domain.shared.Money;

/** What became of the money of a captured payment. */
public sealed interface Spending {
    /**
     * It paid for its subject.
     *
     * @param total what the subject cost
     */
    record Spent(Money total) implements Spending {}

    /** It is in the payer's wallet: its subject is no purchase, or was paid by other money. */
    record Kept() implements Spending {}

    /** The subject is about to be paid with it. */
    record Undecided() implements Spending {}
}
