package io.cybervpn.application.subscription;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.catalogue.Boost;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.cybervpn.domain.subscription.model.AddOnTime;
import io.cybervpn.domain.subscription.repository.AddOnTimes;
import io.cybervpn.domain.subscription.repository.Subscriptions;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/** Lists the add-ons that an own subscription has and had. */
@Singleton
public final class ListAddOns {
    private final UnitOfWork unitOfWork;
    private final Subscriptions subscriptions;
    private final AddOnTimes addOns;

    @Inject
    ListAddOns(UnitOfWork unitOfWork, Subscriptions subscriptions, AddOnTimes addOns) {
        this.unitOfWork = unitOfWork;
        this.subscriptions = subscriptions;
        this.addOns = addOns;
    }

    /** Who asks for whose. */
    public record Query(Actor actor, SubscriptionId subscription) {}

    /** One of them; it counts from {@code from} until it is over. */
    public record Entry(OrderId order, Boost boost, Instant from, Instant to, boolean over) {}

    /** The answer. */
    public sealed interface Result {
        /** The latest first. */
        record Listed(List<Entry> addOns) implements Result {}

        /** It is not there, or not his. */
        record NoSuchSubscription() implements Result {}
    }

    /** Lists. */
    public Uni<Result> execute(Query query) {
        return query.actor()
                .account()
                .map(owner -> unitOfWork.run(() -> list(owner, query.subscription())))
                .orElseGet(() -> Uni.createFrom().item(new Result.NoSuchSubscription()));
    }

    private Uni<Result> list(AccountId owner, SubscriptionId id) {
        return subscriptions
                .find(id)
                .map(found -> found.filter(one -> one.service().account().equals(owner)))
                .chain(
                        own ->
                                own.isPresent()
                                        ? addOns.of(id).map(ListAddOns::listed)
                                        : Uni.createFrom().item(new Result.NoSuchSubscription()));
    }

    private static Result listed(List<AddOnTime> all) {
        return new Result.Listed(all.reversed().stream().map(ListAddOns::entry).toList());
    }

    private static Entry entry(AddOnTime one) {
        return new Entry(one.order(), one.boost(), one.from(), one.to(), one.over());
    }
}
