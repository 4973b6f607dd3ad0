package io.cybervpn.application.subscription;

import io.cybervpn.application.identity.HoldOwner;
import io.cybervpn.application.shared.EventHandler;
import io.cybervpn.application.shared.Ids;
import io.cybervpn.application.shared.Outbox;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.billing.OrderPaid;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.Owner;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.cybervpn.domain.subscription.model.Extended;
import io.cybervpn.domain.subscription.model.Past;
import io.cybervpn.domain.subscription.model.Purchase;
import io.cybervpn.domain.subscription.model.Subscription;
import io.cybervpn.domain.subscription.model.Worth;
import io.cybervpn.domain.subscription.repository.Subscriptions;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/**
 * Gives a buyer the days of his order (R86, R92): a new subscription, or more time for the one that
 * the order renews, or time of another plan for the one that it changes, however late its money
 * came. An add-on gives no time. Exactly once per order, however often it is told; the history's
 * unique order is what decides.
 */
@Singleton
public final class ExtendOnOrderPaid implements EventHandler<OrderPaid> {
    private final UnitOfWork unitOfWork;
    private final HoldOwner holdOwner;
    private final Subscriptions subscriptions;
    private final PaidChanges paidChanges;
    private final Outbox outbox;
    private final Ids ids;
    private final Clock clock;

    @Inject
    ExtendOnOrderPaid(
            UnitOfWork unitOfWork,
            HoldOwner holdOwner,
            Subscriptions subscriptions,
            PaidChanges paidChanges,
            Outbox outbox,
            Ids ids,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.holdOwner = holdOwner;
        this.subscriptions = subscriptions;
        this.paidChanges = paidChanges;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Class<OrderPaid> event() {
        return OrderPaid.class;
    }

    @Override
    public String name() {
        return "subscription.extend";
    }

    @Override
    public Uni<Void> handle(OrderPaid event) {
        if (event.boost().isPresent()) {
            return Uni.createFrom().voidItem();
        }
        return unitOfWork.run(
                () ->
                        holdOwner
                                .execute(new HoldOwner.Query(event.account()))
                                .chain(owner -> give(owner, event)));
    }

    /** Who paid may have become part of another account since, or be forgotten. */
    private Uni<Void> give(Owner owner, OrderPaid event) {
        return switch (owner) {
            case Owner.Of(var account) -> give(account, event, this::serve);
            case Owner.Nobody() -> give(event.account(), event, this::serveNobody);
        };
    }

    private Uni<Void> give(AccountId account, OrderPaid event, Effect effect) {
        return event.renews()
                .map(id -> renew(id, event, effect))
                .orElseGet(() -> open(account, event, effect));
    }

    private Uni<Void> open(AccountId account, OrderPaid event, Effect effect) {
        SubscriptionId id = new SubscriptionId(ids.next());
        Extended opened = Subscription.open(id, account, purchase(event), clock.instant());
        return unlessGiven(opened, effect, subscriptions::add);
    }

    private Uni<Void> renew(UUID renewed, OrderPaid event, Effect effect) {
        SubscriptionId id = new SubscriptionId(renewed);
        return subscriptions
                .lock(id)
                .map(found -> found.orElseThrow(() -> lost(id, event)))
                .chain(
                        current ->
                                paidChanges
                                        .past(id)
                                        .chain(past -> grow(current, past, event, effect)));
    }

    /** The subscription is held: whether the order gave its time before is certain. */
    private Uni<Void> grow(Subscription current, Past past, OrderPaid event, Effect effect) {
        Instant now = clock.instant();
        if (event.change().isPresent() && !past.hasTimeOf(event.order())) {
            return paidChanges
                    .change(current, past, event)
                    .chain(
                            changed ->
                                    unlessGiven(
                                            changed.subscription()
                                                    .extend(
                                                            purchase(event),
                                                            past.with(changed.change()),
                                                            now),
                                            effect,
                                            subscriptions::save));
        }
        Extended extended =
                past.isPlain()
                        ? current.extend(purchase(event), now)
                        : current.extend(purchase(event), past, now);
        return unlessGiven(extended, effect, subscriptions::save);
    }

    private Uni<Void> unlessGiven(Extended extended, Effect effect, Store store) {
        return subscriptions
                .append(extended.extension())
                .chain(first -> first ? effect.on(extended, store) : Uni.createFrom().voidItem());
    }

    private Uni<Void> serve(Extended extended, Store store) {
        return store.put(extended.subscription()).chain(() -> outbox.append(extended.event()));
    }

    /** What was paid is counted, but nothing is served to who wanted to be forgotten. */
    private Uni<Void> serveNobody(Extended extended, Store store) {
        return store.put(extended.subscription().terminate());
    }

    private static Purchase purchase(OrderPaid event) {
        return new Purchase(
                event.order(),
                event.plan(),
                event.planNameI18n(),
                worth(event),
                event.entitlement(),
                event.paidAt());
    }

    private static Worth worth(OrderPaid event) {
        return event.change()
                .flatMap(rates -> rates.priceIn(event.total().asset()))
                .map(price -> Worth.bought(event.total(), event.termDays(), price))
                .orElseGet(() -> Worth.of(event.termDays(), event.total()));
    }

    /** Subscriptions are never deleted, so this is a bug of ours: it is retried, then parked. */
    private static IllegalStateException lost(SubscriptionId id, OrderPaid event) {
        return new IllegalStateException(event.order() + " renews " + id + ", which is not there");
    }

    private interface Effect {
        Uni<Void> on(Extended extended, Store store);
    }

    private interface Store {
        Uni<Void> put(Subscription subscription);
    }
}
