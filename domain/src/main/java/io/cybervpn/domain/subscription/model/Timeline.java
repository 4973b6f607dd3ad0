package io.cybervpn.domain.subscription.model;

import io.cybervpn.domain.catalogue.Rates;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A subscription's time, lot by lot, exact. A lot is what one order gave: a length, and the money
 * it is worth, used up evenly from its beginning to its end.
 *
 * @param lots one after another, at most with gaps
 * @param end of the last one; empty before the first
 */
record Timeline(List<Lot> lots, Optional<Fraction> end) {
    /**
     * What one order gave.
     *
     * @param asset of its money; empty for what nobody paid for
     * @param value what it is worth, in minor units
     * @param from in microseconds since 1970
     * @param length in microseconds
     */
    record Lot(Optional<Asset> asset, Fraction value, Fraction from, Fraction length) {
        Fraction to() {
            return from.plus(length);
        }

        /** What is left of it at a moment. */
        Lot after(Fraction moment) {
            Fraction start = from.max(moment);
            Fraction left = to().minus(start);
            return new Lot(asset, value.times(left).over(length), start, left);
        }

        /** The same worth as time of a plan at its price. */
        Lot at(Rates rates, boolean keepsFreeTime, Fraction start) {
            return new Lot(asset, value, start, lengthAt(rates, keepsFreeTime));
        }

        private Fraction lengthAt(Rates rates, boolean keepsFreeTime) {
            if (asset.isEmpty()) {
                return keepsFreeTime ? length : Fraction.ZERO;
            }
            return asset.flatMap(rates::priceIn)
                    .map(price -> timeFor(value, rates, price))
                    .orElse(length);
        }
    }

    /** How long money lasts at a price. */
    static Fraction timeFor(Fraction minorUnits, Rates rates, Money price) {
        return Fraction.ofDays(rates.termDays())
                .times(minorUnits)
                .over(Fraction.of(price.minorUnits()));
    }

    /** All that was done, in the order in which it was done, with what went back of it. */
    static Timeline of(Past past) {
        Timeline time = new Timeline(List.of(), Optional.empty());
        for (Deed deed : past.deeds()) {
            time =
                    switch (deed) {
                        case Extension given -> time.with(given, past.returns());
                        case PlanChange change -> time.with(change);
                    };
        }
        return time;
    }

    private Timeline with(Extension given, List<Return> returns) {
        Fraction paidAt = Fraction.at(given.paidAt());
        Fraction from = end.map(paidAt::max).orElse(paidAt);
        Lot lot = PaidTime.lot(given, returns, from);
        List<Lot> longer = new ArrayList<>(lots);
        longer.add(lot);
        return new Timeline(List.copyOf(longer), Optional.of(lot.to()));
    }

    private Timeline with(PlanChange change) {
        List<Lot> left = left(Fraction.at(change.at()));
        return left.isEmpty() ? this : converted(left, change.rates(), change.keepsFreeTime());
    }

    /** What is left at a moment. */
    List<Lot> left(Fraction moment) {
        return lots.stream()
                .filter(lot -> lot.length().isPositive() && lot.to().compareTo(moment) > 0)
                .map(lot -> lot.after(moment))
                .toList();
    }

    /** What is left, as time of another plan. */
    static Timeline converted(List<Lot> left, Rates rates, boolean keepsFreeTime) {
        List<Lot> converted = new ArrayList<>();
        Fraction start = left.getFirst().from();
        for (Lot lot : left) {
            converted.add(lot.at(rates, keepsFreeTime, start));
            start = converted.getLast().to();
        }
        return new Timeline(List.copyOf(converted), Optional.of(start));
    }
}
