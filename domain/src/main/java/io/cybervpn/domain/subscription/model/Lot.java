package io.cybervpn.domain.subscription.model;

import io.cybervpn.domain.catalogue.Rates;
import io.cybervpn.domain.shared.Asset;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one order or one gift gave.
 *
 * @param asset of its money; empty for what nobody paid for
 * @param value what it is worth, in minor units
 * @param from in microseconds since 1970
 * @param length in microseconds
 * @param yields whether the rest of it is given up as soon as paid time comes
 */
record Lot(Optional<Asset> asset, Fraction value, Fraction from, Fraction length, boolean yields) {
    /** One that nobody paid for. */
    static Lot free(boolean yields, Fraction from, Fraction length) {
        return new Lot(Optional.empty(), Fraction.ZERO, from, length, yields);
    }

    Fraction to() {
        return from.plus(length);
    }

    /** What is left of it at a moment. */
    Lot after(Fraction moment) {
        Fraction start = from.max(moment);
        return part(start, to().minus(start));
    }

    /** What of it comes before a moment; all of it, or nothing that begins there. */
    Lot upTo(Fraction moment) {
        if (to().compareTo(moment) <= 0) {
            return this;
        }
        return from.compareTo(moment) >= 0
                ? new Lot(asset, Fraction.ZERO, moment, Fraction.ZERO, yields)
                : part(from, moment.minus(from));
    }

    /** Itself when it was used up before; else what was left comes later. */
    Stream<Lot> stoodStill(Fraction since, Fraction by) {
        if (to().compareTo(since) <= 0) {
            return Stream.of(this);
        }
        return from.compareTo(since) >= 0
                ? Stream.of(moved(by))
                : Stream.of(upTo(since), after(since).moved(by));
    }

    private Lot moved(Fraction by) {
        return new Lot(asset, value, from.plus(by), length, yields);
    }

    private Lot part(Fraction start, Fraction left) {
        return new Lot(asset, value.times(left).over(length), start, left, yields);
    }

    /** The same worth as time of a plan at its price. */
    Lot at(Rates rates, boolean keepsFreeTime, Fraction start) {
        return new Lot(asset, value, start, lengthAt(rates, keepsFreeTime), false);
    }

    private Fraction lengthAt(Rates rates, boolean keepsFreeTime) {
        if (asset.isEmpty()) {
            return keepsFreeTime ? length : Fraction.ZERO;
        }
        return asset.flatMap(rates::priceIn)
                .map(price -> Timeline.timeFor(value, rates, price))
                .orElse(length);
    }
}
