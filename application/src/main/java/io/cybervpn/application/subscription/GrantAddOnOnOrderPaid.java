package io.cybervpn.application.subscription;

import io.cybervpn.application.shared.EventHandler;
import io.cybervpn.application.shared.Outbox;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.billing.OrderPaid;
import io.cybervpn.domain.catalogue.Boost;
import io.cybervpn.domain.subscription.AddOnsChanged;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.cybervpn.domain.subscription.model.AddOnTime;
import io.cybervpn.domain.subscription.model.Subscription;
import io.cybervpn.domain.subscription.repository.AddOnTimes;
import io.cybervpn.domain.subscription.repository.Subscriptions;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Gives a subscription the add-on that was paid for, from when the provider took the money, however
 * late we hear of it. Exactly once per order: the store's unique order is what decides.
 */
@Singleton
public final class GrantAddOnOnOrderPaid implements EventHandler<OrderPaid> {
    private final UnitOfWork unitOfWork;
    private final Subscriptions subscriptions;
    private final AddOnTimes addOns;
    private final Outbox outbox;
    private final Clock clock;

    @Inject
    GrantAddOnOnOrderPaid(
            UnitOfWork unitOfWork,
            Subscriptions subscriptions,
            AddOnTimes addOns,
            Outbox outbox,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.subscriptions = subscriptions;
        this.addOns = addOns;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public Class<OrderPaid> event() {
        return OrderPaid.class;
    }

    @Override
    public String name() {
        return "subscription.grant-add-on";
    }

    @Override
    public Uni<Void> handle(OrderPaid event) {
        return event.boost()
                .map(boost -> unitOfWork.run(() -> give(event, boost)))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Void> give(OrderPaid event, Boost boost) {
        SubscriptionId id = new SubscriptionId(event.renews().orElseThrow());
        return subscriptions
                .lock(id)
                .map(Optional::orElseThrow)
                .chain(current -> give(current, event, boost));
    }

    private Uni<Void> give(Subscription current, OrderPaid event, Boost boost) {
        Instant now = clock.instant();
        AddOnTime bought =
                AddOnTime.bought(
                        new AddOnTime.Sold(event.order(), boost, event.termDays(), event.paidAt()),
                        current.service().id(),
                        now);
        return addOns.append(bought, now)
                .chain(
                        first ->
                                first
                                        ? outbox.append(changed(current, now))
                                        : Uni.createFrom().voidItem());
    }

    static AddOnsChanged changed(Subscription current, Instant now) {
        return new AddOnsChanged(current.service().id(), current.service().account(), now);
    }
}
