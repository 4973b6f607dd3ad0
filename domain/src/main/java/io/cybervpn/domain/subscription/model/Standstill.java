package io.cybervpn.domain.subscription.model;

import java.util.Optional;

/**
 * Whether time stands still.
 *
 * @param since from when; empty while it runs
 * @param wentOn when it last went on
 */
record Standstill(Optional<Fraction> since, Optional<Fraction> wentOn) {
    static final Standstill NONE = new Standstill(Optional.empty(), Optional.empty());

    /** A moment, as the subscription's own time knows it: while that stands, none is later. */
    Fraction known(Fraction moment) {
        return since.filter(stop -> stop.compareTo(moment) < 0).orElse(moment);
    }

    /** From when a change of plan counts: what was before a standstill stays as it was served. */
    Fraction changing(Fraction moment) {
        return since.orElseGet(() -> wentOn.map(moment::max).orElse(moment));
    }

    Standstill stopped(Fraction at) {
        return new Standstill(Optional.of(since.orElse(at)), wentOn);
    }

    Standstill goneOn(Fraction at) {
        return new Standstill(Optional.empty(), Optional.of(at));
    }
}
