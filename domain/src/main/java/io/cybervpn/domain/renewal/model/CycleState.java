package io.cybervpn.domain.renewal.model;

import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.renewal.Terms;
import java.time.Instant;

/** How far the renewal of a period is. */
public sealed interface CycleState {
    /** Something is still to be done. */
    sealed interface Open extends CycleState {}

    /** Nothing is to be done any more. */
    sealed interface Over extends CycleState {
        /** Since when. */
        Instant at();
    }

    /** Nothing was tried. */
    record Planned() implements Open {}

    /**
     * An order was placed for it and its payment may be under way: nothing else is tried until it
     * is known what became of it.
     */
    record Charging(OrderId order, Terms terms) implements Open {}

    /** The last try came to nothing; no money of it is on its way. */
    record Failed(String reason) implements Open {}

    /** Paid by the renewal itself. Final. */
    record Paid(OrderId order, Instant at) implements Over {}

    /** All was done and nobody paid. */
    record GivenUp(Instant at) implements Over {}

    /** The end is another one now, or nobody is there to be served. */
    record Cancelled(Instant at) implements Over {}
}
