package io.cybervpn.domain.subscription.model;

import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.catalogue.Rates;
import io.cybervpn.domain.shared.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that decides how long a subscription is paid for.
 *
 * @param deeds in the order in which they were done
 * @param returns of the orders among them, in any order
 */
public record Past(List<Deed> deeds, List<Return> returns) {
    /** Copies the lists. */
    public Past {
        deeds = List.copyOf(deeds);
        returns = List.copyOf(returns);
    }

    /** The same with one deed more. */
    public Past with(Deed next) {
        List<Deed> longer = new ArrayList<>(deeds);
        longer.add(next);
        return new Past(longer, returns);
    }

    /** Whether nothing but orders made it what it is. */
    public boolean isPlain() {
        return deeds.stream().allMatch(Extension.class::isInstance);
    }

    /** Whether an order has given its time. */
    public boolean hasTimeOf(OrderId order) {
        return deeds.stream()
                .anyMatch(deed -> deed instanceof Extension given && given.order().equals(order));
    }

    /** The end; empty for a past of nothing. */
    public Optional<Instant> end() {
        return PaidTime.endOf(deeds, returns);
    }

    /**
     * What money for another plan buys of the present one; what it was sold as, without a price.
     */
    Worth atPresentPrice(Worth sold) {
        return latestChange()
                .map(PlanChange::rates)
                .flatMap(rates -> sold.paid().flatMap(paid -> bought(paid, rates)))
                .orElse(sold);
    }

    private static Optional<Worth> bought(Money paid, Rates rates) {
        return rates.priceIn(paid.asset())
                .map(price -> Worth.bought(paid, rates.termDays(), price));
    }

    /** The latest change of plan. */
    public Optional<PlanChange> latestChange() {
        return PlanChange.latestOf(deeds);
    }
}
