package io.cybervpn.domain.subscription.model;

import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.catalogue.Boost;
import io.cybervpn.domain.catalogue.Entitlement;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.domain.subscription.SubscriptionId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * An add-on that a subscription has, given by exactly one order. Its period is its own: it neither
 * moves with the subscription's time nor moves that, and stays when the plan changes.
 *
 * @param days whole days of 24 h that it was sold for
 * @param from when the provider took the money
 * @param to where it ends; earlier than it was sold for when money of it went back
 * @param over it counts no more; kept, so that all who ask get the same answer
 */
public record AddOnTime(
        OrderId order,
        SubscriptionId subscription,
        Boost boost,
        int days,
        Instant from,
        Instant to,
        boolean over) {

    /** What a paid order gives; moments are kept to the microsecond. Pure. */
    public static AddOnTime bought(Sold sold, SubscriptionId subscription, Instant now) {
        Instant from = sold.paidAt().truncatedTo(ChronoUnit.MICROS);
        Instant to = from.plus(Duration.ofDays(sold.days()));
        return new AddOnTime(
                sold.order(), subscription, sold.boost(), sold.days(), from, to, !to.isAfter(now));
    }

    /** What was paid for. */
    public record Sold(OrderId order, Boost boost, int days, Instant paidAt) {}

    /**
     * The same with what went back: of its time the part that is still paid for, a second begun
     * counting whole ({@link PaidTime#kept}). Pure.
     */
    public AddOnTime less(List<Return> returns, Instant now) {
        List<Return> counting =
                returns.stream().filter(one -> !one.undone() && one.order().equals(order)).toList();
        Duration kept =
                counting.stream()
                        .findFirst()
                        .map(Return::total)
                        .map(total -> PaidTime.kept(days, total, gone(total, counting)))
                        .orElse(Duration.ofDays(days));
        Instant end = from.plus(kept);
        return new AddOnTime(order, subscription, boost, days, from, end, !end.isAfter(now));
    }

    private static Money gone(Money total, List<Return> returns) {
        return returns.stream().map(Return::amount).reduce(Money.zero(total.asset()), Money::plus);
    }

    /** What is granted with all that is not over. Pure. */
    public static Entitlement with(Entitlement plan, List<AddOnTime> addOns) {
        Entitlement granted = plan;
        for (AddOnTime addOn : addOns) {
            granted = addOn.over() ? granted : addOn.boost().on(granted);
        }
        return granted;
    }
}
