package io.cybervpn.domain.subscription.model;

import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How long a subscription is paid for, with what went back. The one rule: an order whose money went
 * back in part gives that part of its time less, as though it had been bought so short from the
 * start; of a second begun the buyer has the whole. All back: it gives nothing. Pure.
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
     * @param history all extensions of one subscription, in the order in which they were given
     * @param returns of those orders, in any order
     * @return empty for a history of nothing
     */
    public static Optional<Instant> endOf(List<Extension> history, List<Return> returns) {
        return history.stream()
                .reduce(
                        Optional.<Instant>empty(),
                        (end, next) -> Optional.of(endAfter(end, next, returns)),
                        (_, later) -> later);
    }

    private static Instant endAfter(Optional<Instant> end, Extension next, List<Return> returns) {
        return end.filter(next.paidAt()::isBefore).orElse(next.paidAt()).plus(kept(next, returns));
    }

    private static Duration kept(Extension given, List<Return> returns) {
        List<Return> counting =
                returns.stream()
                        .filter(one -> !one.undone() && one.order().equals(given.order()))
                        .toList();
        return counting.isEmpty()
                ? Duration.ofDays(given.days())
                : kept(given.days(), counting.getFirst().total(), sum(counting));
    }

    private static Money sum(List<Return> returns) {
        Asset asset = returns.getFirst().total().asset();
        return returns.stream().map(Return::amount).reduce(Money.zero(asset), Money::plus);
    }
}
