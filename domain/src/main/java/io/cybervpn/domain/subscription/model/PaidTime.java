package io.cybervpn.domain.subscription.model;

import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How long a subscription is paid for, with what went back and what was changed. The one rule: an
 * order whose money went back in part gives that part of its time less, as though it had been
 * bought so short from the start; of a second begun the buyer has the whole. All back: it gives
 * nothing. A change of plan makes of the money that is left at its moment time of the new plan, lot
 * by lot ({@link Timeline}). All is reckoned anew from what was done, exactly, and rounded once, at
 * the end: nothing adds up. Pure.
 */
public final class PaidTime {
    private PaidTime() {}

    /**
     * The time that is left of an order: {@code days × (total − returned) ÷ total}, in seconds,
     * rounded up.
     *
     * @param returned of {@code total}; more than that counts as all of it
     */
    public static Duration kept(int days, Money total, Money returned) {
        if (returned.compareTo(total) >= 0) {
            return Duration.ZERO;
        }
        BigInteger whole = BigInteger.valueOf(total.minorUnits());
        BigInteger left = BigInteger.valueOf(total.minus(returned).minorUnits());
        BigInteger seconds =
                BigInteger.valueOf(Duration.ofDays(days).toSeconds())
                        .multiply(left)
                        .add(whole)
                        .subtract(BigInteger.ONE)
                        .divide(whole);
        return Duration.ofSeconds(seconds.longValueExact());
    }

    /**
     * The end of a subscription: each order's kept time counts from the later of its payment and
     * the end so far.
     *
     * @param history all that was done with one subscription, in the order in which it was done
     * @param returns of those orders, in any order
     * @return empty for a history of nothing; of a microsecond begun the whole
     */
    public static Optional<Instant> endOf(List<? extends Deed> history, List<Return> returns) {
        return Timeline.of(new Past(List.copyOf(history), returns)).end().map(Fraction::toInstant);
    }

    /** What is kept of what an order gave, from a moment on. */
    static Lot lot(Extension given, List<Return> returns, Fraction from) {
        Worth worth = given.worth();
        List<Return> counting =
                returns.stream()
                        .filter(one -> !one.undone() && one.order().equals(given.order()))
                        .toList();
        return new Lot(
                worth.paid().map(Money::asset),
                value(worth, counting),
                from,
                counting.isEmpty() ? worth.length() : length(worth, counting),
                false);
    }

    private static Fraction value(Worth worth, List<Return> returns) {
        return worth.paid()
                .map(paid -> Fraction.of(paid.minorUnits() - gone(paid, returns).minorUnits()))
                .orElse(Fraction.ZERO);
    }

    private static Fraction length(Worth worth, List<Return> returns) {
        Money total = returns.getFirst().total();
        Money gone = gone(total, returns);
        return worth.price().isEmpty()
                ? Fraction.ofSeconds(kept(worth.days(), total, gone).toSeconds())
                : worth.length()
                        .times(Fraction.of(total.minus(gone).minorUnits()))
                        .over(Fraction.of(total.minorUnits()));
    }

    /** Never more than there was. */
    private static Money gone(Money total, List<Return> returns) {
        Asset asset = total.asset();
        Money sum = returns.stream().map(Return::amount).reduce(Money.zero(asset), Money::plus);
        return sum.compareTo(total) > 0 ? total : sum;
    }
}
