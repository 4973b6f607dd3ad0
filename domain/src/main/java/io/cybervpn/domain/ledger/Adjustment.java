package io.cybervpn.domain.ledger;

import io.cybervpn.domain.shared.Money;
import java.time.Instant;
import java.util.Optional;

/** What staff may do to a wallet by hand; each amount is more than nothing. */
public sealed interface Adjustment {
    /** How much of it. */
    Money amount();

    /** Money that counts as paid. */
    record Credit(Money amount) implements Adjustment {}

    /** Takes from what was paid. */
    record Debit(Money amount) implements Adjustment {}

    /**
     * Something to spend that nobody paid for.
     *
     * @param lapsesAt until when it can be spent; empty: for ever
     */
    record Grant(Money amount, Optional<Instant> lapsesAt) implements Adjustment {}

    /** Its name for clients and rows. */
    default String code() {
        return switch (this) {
            case Credit _ -> "credit";
            case Debit _ -> "debit";
            case Grant _ -> "grant";
        };
    }
}
