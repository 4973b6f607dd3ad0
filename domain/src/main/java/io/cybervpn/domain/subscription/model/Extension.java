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
 * @param days whole days of 24 h
 * @param paidAt when the provider took the money
 * @param from where the stretch begins: the later of {@code paidAt} and the end before it
 * @param to where it ends; {@code days} after {@code from}
 * @param at when we gave it
 */
public record Extension(
        SubscriptionId subscription,
        OrderId order,
        int days,
        Instant paidAt,
        Instant from,
        Instant to,
        Instant at) {
    /** Refuses a stretch that is not as long as its days. */
    public Extension {
        if (!from.plus(Duration.ofDays(days)).equals(to)) {
            throw new IllegalArgumentException(from + " + " + days + " d is not " + to);
        }
    }

    /** The stretch that a purchase gives to a subscription that ends at {@code end}. */
    static Extension after(
            Optional<Instant> end, SubscriptionId subscription, Purchase bought, Instant now) {
        Instant from = end.filter(bought.paidAt()::isBefore).orElse(bought.paidAt());
        return new Extension(
                subscription,
                bought.order(),
                bought.days(),
                bought.paidAt(),
                from,
                from.plus(Duration.ofDays(bought.days())),
                now);
    }

    /**
     * Recomputes the end of a subscription from nothing but what was paid: each order's days count
     * from the later of its payment and the end so far. Pure.
     *
     * @param history all extensions of one subscription, in any order
     * @return empty for a history of nothing
     */
    public static Optional<Instant> endOf(List<Extension> history) {
        return history.stream()
                .sorted(Comparator.comparing(Extension::from))
                .reduce(
                        Optional.<Instant>empty(),
                        (end, next) -> Optional.of(next.endAfter(end)),
                        (_, later) -> later);
    }

    private Instant endAfter(Optional<Instant> end) {
        return end.filter(paidAt::isBefore).orElse(paidAt).plus(Duration.ofDays(days));
    }
}
