package io.cybervpn.application.subscription;

import io.cybervpn.application.shared.InMemoryTable;
import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.cybervpn.domain.subscription.model.AddOnTime;
import io.cybervpn.domain.subscription.repository.AddOnTimes;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Add-ons of subscriptions in memory. */
public final class InMemoryAddOnTimes implements AddOnTimes {
    private final InMemoryTable<OrderId, AddOnTime> rows;

    public InMemoryAddOnTimes(InMemoryUnitOfWork unitOfWork) {
        this.rows = unitOfWork.table();
    }

    @Override
    public Uni<Boolean> append(AddOnTime bought, Instant now) {
        return Uni.createFrom().item(() -> rows.insert(bought.order(), bought));
    }

    @Override
    public Uni<List<AddOnTime>> of(SubscriptionId subscription) {
        return Uni.createFrom()
                .item(
                        () ->
                                rows.where(one -> one.subscription().equals(subscription)).stream()
                                        .sorted(Comparator.comparing(AddOnTime::from))
                                        .toList());
    }

    Optional<SubscriptionId> subscriptionOf(OrderId order) {
        return rows.where(one -> one.order().equals(order)).stream()
                .map(AddOnTime::subscription)
                .findFirst();
    }

    @Override
    public Uni<Void> save(AddOnTime moved, Instant now) {
        return Uni.createFrom().voidItem().invoke(() -> rows.put(moved.order(), moved));
    }

    @Override
    public Uni<List<SubscriptionId>> end(Instant now, int limit) {
        return Uni.createFrom()
                .item(
                        () ->
                                rows.where(one -> !one.over() && !one.to().isAfter(now)).stream()
                                        .sorted(Comparator.comparing(AddOnTime::to))
                                        .limit(limit)
                                        .map(this::ended)
                                        .toList());
    }

    private SubscriptionId ended(AddOnTime one) {
        rows.put(
                one.order(),
                new AddOnTime(
                        one.order(),
                        one.subscription(),
                        one.boost(),
                        one.days(),
                        one.from(),
                        one.to(),
                        true));
        return one.subscription();
    }
}
