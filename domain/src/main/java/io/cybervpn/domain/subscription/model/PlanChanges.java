package io.cybervpn.domain.subscription.model;

import io.cybervpn.domain.billing.PlanChangeMode;
import io.cybervpn.domain.billing.PlanChangeRefusal;
import io.cybervpn.domain.catalogue.Rates;
import io.cybervpn.domain.catalogue.Tariff;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The one formula of plan changes: the value left is the money of each order, less what went back,
 * times seconds left over seconds given; it buys time at the new plan's price of its own asset. No
 * money ever comes out, and none is lost. A long term's price is only for who buys the whole term,
 * so that no round trip is cheaper than the direct way. Pure.
 */
public final class PlanChanges {
    private static final int AHEAD_DAYS_MAX = 36_500;

    private PlanChanges() {}

    /**
     * What is asked for.
     *
     * @param asset in which a difference or a term would be paid
     * @param keepsFreeTime whether time that nobody paid for stays as long as it is
     */
    public record Wish(Tariff target, Asset asset, boolean keepsFreeTime) {}

    /** The answer. */
    public sealed interface Answer {
        /** These ways are open. */
        record Quoted(PlanChangeQuote quote) implements Answer {}

        /** None is. */
        record Refused(PlanChangeRefusal reason) implements Answer {}
    }

    /** Reckons what a change would come to at a moment. */
    public static Answer quote(Subscription current, Past past, Wish wish, Instant at) {
        List<Lot> left = Timeline.of(past).left(Fraction.at(at));
        Optional<Money> price = wish.target().rates().priceIn(wish.asset());
        return refusal(current, past, left, wish)
                .<Answer>map(Answer.Refused::new)
                .orElseGet(
                        () ->
                                new Answer.Quoted(
                                        new Reckoned(left, wish, price.orElseThrow(), at).quote()));
    }

    private static Optional<PlanChangeRefusal> refusal(
            Subscription current, Past past, List<Lot> left, Wish wish) {
        if (current.isHeld()) {
            return Optional.of(PlanChangeRefusal.SUBSCRIPTION_HELD);
        }
        if (left.isEmpty() || !(current instanceof Subscription.Active)) {
            return Optional.of(PlanChangeRefusal.SUBSCRIPTION_EXPIRED);
        }
        if (current.service().plan().equals(wish.target().plan())) {
            return Optional.of(PlanChangeRefusal.SAME_PLAN);
        }
        if (left.stream().noneMatch(lot -> lot.value().isPositive())) {
            return Optional.of(PlanChangeRefusal.TRIAL_CANNOT_SWITCH);
        }
        if (past.deeds().stream().filter(PlanChange.class::isInstance).count()
                >= PlanChange.COUNT_MAX) {
            return Optional.of(PlanChangeRefusal.TOO_MANY_CHANGES);
        }
        return isPriced(left, wish)
                ? Optional.empty()
                : Optional.of(PlanChangeRefusal.CURRENCY_NOT_OFFERED);
    }

    private static boolean isPriced(List<Lot> left, Wish wish) {
        Rates rates = wish.target().rates();
        return rates.priceIn(wish.asset()).isPresent()
                && left.stream()
                        .flatMap(lot -> lot.asset().stream())
                        .allMatch(asset -> rates.priceIn(asset).isPresent());
    }

    /** The sums of one change, exact until they are told. */
    private record Reckoned(List<Lot> left, Wish wish, Money price, Instant at) {
        PlanChangeQuote quote() {
            Fraction start = left.getFirst().from();
            Fraction end = left.getLast().to();
            Fraction converted =
                    Timeline.converted(left, wish.target().rates(), wish.keepsFreeTime())
                            .end()
                            .orElseThrow();
            Money difference = difference(end.minus(converted));
            List<PlanChangeQuote.Option> options = new ArrayList<>();
            Money nothing = Money.zero(wish.asset());
            if (reachesATerm(converted.minus(start))) {
                option(PlanChangeMode.CONVERT, nothing, nothing, converted).ifPresent(options::add);
            }
            if (!difference.isZero() && reachesATerm(end.minus(start))) {
                option(PlanChangeMode.KEEP_END, difference, difference, converted)
                        .ifPresent(options::add);
            }
            Money all = difference.plus(price);
            option(PlanChangeMode.ADD_TERM, difference, all, converted).ifPresent(options::add);
            return new PlanChangeQuote(at, end.toInstant(), valueLeft(), options);
        }

        /** Empty for an end beyond all reason, as a price set wrongly would give. */
        private Optional<PlanChangeQuote.Option> option(
                PlanChangeMode mode, Money difference, Money charge, Fraction converted) {
            Fraction expireAt =
                    converted.plus(
                            Timeline.timeFor(
                                    Fraction.of(charge.minorUnits()),
                                    wish.target().rates(),
                                    price));
            Fraction latest = Fraction.at(at).plus(Fraction.ofDays(AHEAD_DAYS_MAX));
            return Optional.of(expireAt)
                    .filter(moment -> moment.compareTo(latest) <= 0)
                    .map(Fraction::toInstant)
                    .map(end -> new PlanChangeQuote.Option(mode, difference, charge, end));
        }

        /** What buys the time that is missing; never below one minor unit when some is. */
        private Money difference(Fraction missing) {
            if (!missing.isPositive()) {
                return Money.zero(wish.asset());
            }
            BigInteger minorUnits =
                    missing.times(Fraction.of(price.minorUnits()))
                            .over(Fraction.ofDays(wish.target().rates().termDays()))
                            .ceil();
            return new Money(minorUnits.longValueExact(), wish.asset());
        }

        private boolean reachesATerm(Fraction length) {
            int term = wish.target().rates().termDays();
            return length.isPositive()
                    && (term <= wish.target().shortestTermDays()
                            || length.compareTo(Fraction.ofDays(term)) >= 0);
        }

        private List<Money> valueLeft() {
            Map<Asset, Fraction> sums = new LinkedHashMap<>();
            for (Lot lot : left) {
                lot.asset().ifPresent(asset -> sums.merge(asset, lot.value(), Fraction::plus));
            }
            return sums.entrySet().stream()
                    .map(sum -> new Money(sum.getValue().floor().longValueExact(), sum.getKey()))
                    .toList();
        }
    }
}
