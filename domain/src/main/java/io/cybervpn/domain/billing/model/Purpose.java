package io.cybervpn.domain.billing.model;

import io.cybervpn.domain.billing.PlanChangeMode;
import io.cybervpn.domain.catalogue.AddOnId;
import io.cybervpn.domain.catalogue.Boost;
import io.cybervpn.domain.catalogue.Rates;
import io.cybervpn.domain.shared.Money;
import java.util.Optional;
import java.util.UUID;

/** What an order is to bring about. */
public sealed interface Purpose {
    /** A subscription that does not exist yet. */
    record NewSubscription() implements Purpose {}

    /** More time for one that does. */
    record Renewal(UUID subscription) implements Purpose {}

    /**
     * Another plan for one that does exist; the money buys time of it.
     *
     * @param mode with money: never {@link PlanChangeMode#CONVERT}
     * @param difference what the time that is there costs more; may be nothing when a term is added
     * @param rates what the new plan costs
     */
    record PlanChange(UUID subscription, PlanChangeMode mode, Money difference, Rates rates)
            implements Purpose {
        /** Refuses a change that costs nothing. */
        public PlanChange {
            if (!mode.isPaid()) {
                throw new IllegalArgumentException("no order changes a plan by " + mode);
            }
        }
    }

    /**
     * More of something for one that does exist, for the days of the offer; its own time stays as
     * it is.
     */
    record AddOn(UUID subscription, AddOnId addOn, Boost adds) implements Purpose {}

    /** Renews the given subscription, or opens a new one. */
    static Purpose of(Optional<UUID> renews) {
        return renews.<Purpose>map(Renewal::new).orElseGet(NewSubscription::new);
    }

    /** The subscription that gets more, if it is there already. */
    default Optional<UUID> renews() {
        return switch (this) {
            case NewSubscription _ -> Optional.empty();
            case Renewal(var subscription) -> Optional.of(subscription);
            case PlanChange(var subscription, _, _, _) -> Optional.of(subscription);
            case AddOn(var subscription, _, _) -> Optional.of(subscription);
        };
    }

    /** What the plan costs that the subscription is changed to, if it is. */
    default Optional<Rates> change() {
        return switch (this) {
            case NewSubscription _, Renewal _, AddOn _ -> Optional.empty();
            case PlanChange(_, _, _, var rates) -> Optional.of(rates);
        };
    }

    /** What is added to what the plan grants, if something is. */
    default Optional<Boost> boost() {
        return switch (this) {
            case NewSubscription _, Renewal _, PlanChange _ -> Optional.empty();
            case AddOn(_, _, var adds) -> Optional.of(adds);
        };
    }
}
