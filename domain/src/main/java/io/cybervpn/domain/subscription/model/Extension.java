package io.cybervpn.domain.subscription.model;

import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.subscription.SubscriptionId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One stretch of paid time, given by exactly one order and never changed afterwards.
 *
 * @param worth how much time, and for what money
 * @param paidAt when the provider took the money
 * @param from where the stretch begins: the later of {@code paidAt} and the end before it; while
 *     time stands still, that end
 * @param to where it ended when it was given
 * @param at when we gave it
 */
public record Extension(
        SubscriptionId subscription,
        OrderId order,
        Worth worth,
        Instant paidAt,
        Instant from,
        Instant to,
        Instant at)
        implements Deed {
    /** Refuses a stretch that ends before it begins, or that is not as long as its days. */
    public Extension {
        boolean sound =
                worth.price().isPresent() || !from.plus(Duration.ofDays(worth.days())).isAfter(to);
        if (!sound || from.isAfter(to)) {
            throw new IllegalArgumentException(from + " + " + worth + " is not " + to);
        }
    }

    /** Whole days of 24 h that it was sold as. */
    public int days() {
        return worth.days();
    }

    /** The stretch that a purchase gives after all that was done. */
    static Extension after(Past past, SubscriptionId subscription, Purchase bought, Instant now) {
        Extension draft = after(Optional.empty(), subscription, bought, now);
        Lot lot = Timeline.of(past.with(draft)).lots().getLast();
        return new Extension(
                subscription,
                bought.order(),
                bought.worth(),
                bought.paidAt(),
                lot.from().toInstant(),
                lot.to().toInstant(),
                now);
    }

    /** The stretch that a purchase gives to a subscription that ends at {@code end}. */
    static Extension after(
            Optional<Instant> end, SubscriptionId subscription, Purchase bought, Instant now) {
        Instant from = end.filter(bought.paidAt()::isBefore).orElse(bought.paidAt());
        return new Extension(
                subscription,
                bought.order(),
                bought.worth(),
                bought.paidAt(),
                from,
                Fraction.at(from).plus(bought.worth().length()).toInstant(),
                now);
    }

    /**
     * Recomputes the end of a subscription that was never changed from nothing but what was paid:
     * each order's time counts from the later of its payment and the end so far. Pure.
     *
     * @param history all extensions of one subscription, in any order
     * @return empty for a history of nothing
     */
    public static Optional<Instant> endOf(List<Extension> history) {
        return PaidTime.endOf(
                history.stream().sorted(Comparator.comparing(Extension::from)).toList(), List.of());
    }
}
