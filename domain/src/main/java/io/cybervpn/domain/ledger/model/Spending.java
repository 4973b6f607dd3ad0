package io.cybervpn.domain.ledger.model;

import io.cybervpn.domain.shared.Money;

/** Whether a wallet can pay. */
public sealed interface Spending {
    /** It can: take this. */
    record Covered(Draw draw) implements Spending {}

    /** It cannot; this is all that could be taken. */
    record Short(Money available) implements Spending {}
}
