package io.cybervpn.application.subscription;

import io.cybervpn.application.shared.InMemoryTable;
import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.payment.RefundId;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.cybervpn.domain.subscription.model.Extension;
import io.cybervpn.domain.subscription.model.Return;
import io.cybervpn.domain.subscription.repository.Returns;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** Returns in memory, beside the subscriptions. */
public final class InMemoryReturns implements Returns {
    private final InMemoryTable<RefundId, Return> rows;
    private final InMemorySubscriptions subscriptions;
    private final InMemoryAddOnTimes addOns;

    public InMemoryReturns(
            InMemoryUnitOfWork unitOfWork,
            InMemorySubscriptions subscriptions,
            InMemoryAddOnTimes addOns) {
        this.rows = unitOfWork.table();
        this.subscriptions = subscriptions;
        this.addOns = addOns;
    }

    @Override
    public Uni<Optional<SubscriptionId>> subscriptionOf(OrderId order) {
        return Uni.createFrom().item(() -> owner(order));
    }

    @Override
    public Uni<Void> note(Return returned) {
        return Uni.createFrom()
                .voidItem()
                .invoke(
                        () -> {
                            if (!rows.insert(returned.refund(), returned) && returned.undone()) {
                                rows.put(returned.refund(), returned);
                            }
                        });
    }

    @Override
    public Uni<List<Return>> of(SubscriptionId subscription) {
        return Uni.createFrom().item(() -> rows.where(one -> isOf(subscription, one)));
    }

    private boolean isOf(SubscriptionId subscription, Return returned) {
        return owner(returned.order()).equals(Optional.of(subscription));
    }

    private Optional<SubscriptionId> owner(OrderId order) {
        return subscriptions
                .extension(order)
                .map(Extension::subscription)
                .or(() -> addOns.subscriptionOf(order));
    }
}
