package io.cybervpn.domain.subscription.model;

import io.cybervpn.domain.catalogue.Rates;
import io.cybervpn.domain.shared.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A subscription's time, lot by lot, exact. A lot is what one order or one gift gave: a length, and
 * the money it is worth, used up evenly from its beginning to its end.
 *
 * @param lots one after another, at most with gaps
 * @param end of the last one; empty before the first
 */
record Timeline(List<Lot> lots, Optional<Fraction> end, Standstill still) {
    private static final Timeline EMPTY =
            new Timeline(List.of(), Optional.empty(), Standstill.NONE);

    /** How long money lasts at a price. */
    static Fraction timeFor(Fraction minorUnits, Rates rates, Money price) {
        return Fraction.ofDays(rates.termDays())
                .times(minorUnits)
                .over(Fraction.of(price.minorUnits()));
    }

    /** All that was done, in the order in which it was done, with what went back of it. */
    static Timeline of(Past past) {
        Timeline time = EMPTY;
        for (Deed deed : past.deeds()) {
            time =
                    switch (deed) {
                        case Extension given -> time.with(given, past.returns());
                        case PlanChange change -> time.with(change);
                        case Grant grant -> time.with(grant.gift(), Fraction.at(grant.at()));
                        case Halt halt -> time.with(halt.turn(), Fraction.at(halt.at()));
                    };
        }
        return time;
    }

    private Timeline with(Extension given, List<Return> returns) {
        Fraction paidAt = still.known(Fraction.at(given.paidAt()));
        Timeline before = given.worth().paid().isPresent() ? yieldedAt(paidAt) : this;
        return before.with(PaidTime.lot(given, returns, before.from(paidAt)));
    }

    private Timeline with(Gift gift, Fraction at) {
        Fraction moment = still.known(at);
        Fraction length = Fraction.ofDays(Math.abs(gift.days()));
        return gift.days() > 0
                ? with(Lot.free(gift.yields(), from(moment), length))
                : shortened(length, moment);
    }

    /** Where a lot begins that came at a moment. */
    private Fraction from(Fraction moment) {
        return end.map(moment::max).orElse(moment);
    }

    private Timeline with(Lot lot) {
        List<Lot> longer = new ArrayList<>(lots);
        longer.add(lot);
        return new Timeline(List.copyOf(longer), Optional.of(lot.to()), still);
    }

    /** The last lot is given up from a moment on, if it is such a one. */
    private Timeline yieldedAt(Fraction moment) {
        if (lots.isEmpty() || !lots.getLast().yields()) {
            return this;
        }
        Fraction to = lots.getLast().from().max(moment);
        return to.compareTo(lots.getLast().to()) < 0 ? upTo(to) : this;
    }

    /** Taken from the end, but nothing that is over. */
    private Timeline shortened(Fraction length, Fraction moment) {
        return end.filter(last -> last.compareTo(moment) > 0)
                .map(last -> upTo(moment.max(last.minus(length))))
                .orElse(this);
    }

    private Timeline upTo(Fraction to) {
        return new Timeline(
                lots.stream().map(lot -> lot.upTo(to)).toList(), Optional.of(to), still);
    }

    private Timeline with(Halt.Turn turn, Fraction at) {
        return switch (turn) {
            case STOP -> new Timeline(lots, end, still.stopped(at));
            case GO -> still.since().map(since -> goneOn(since, at)).orElse(this);
        };
    }

    /** What was not used up when time stopped comes as much later as it stood still. */
    private Timeline goneOn(Fraction since, Fraction at) {
        Fraction by = at.minus(since);
        return new Timeline(
                lots.stream().flatMap(lot -> lot.stoodStill(since, by)).toList(),
                end.map(last -> last.compareTo(since) > 0 ? last.plus(by) : last),
                still.goneOn(at));
    }

    private Timeline with(PlanChange change) {
        List<Lot> left = left(still.changing(Fraction.at(change.at())));
        if (left.isEmpty()) {
            return this;
        }
        Timeline converted = converted(left, change.rates(), change.keepsFreeTime());
        return new Timeline(converted.lots(), converted.end(), still);
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
        return new Timeline(List.copyOf(converted), Optional.of(start), Standstill.NONE);
    }
}
