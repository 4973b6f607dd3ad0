package io.cybervpn.application.subscription;

import io.cybervpn.application.shared.Page;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.subscription.ManagedBy;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.cybervpn.domain.subscription.model.Service;
import io.cybervpn.domain.subscription.model.Subscription;
import io.smallrye.mutiny.Uni;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Looks at subscriptions in memory, whose access is never begun. */
public final class InMemorySubscriptionViews implements SubscriptionViews {
    private final InMemorySubscriptions subscriptions;

    public InMemorySubscriptionViews(InMemorySubscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    @Override
    public Uni<Optional<SubscriptionView>> find(AccountId owner, SubscriptionId id) {
        return Uni.createFrom()
                .item(() -> owned(owner).stream().filter(view -> view.id().equals(id)).findFirst());
    }

    @Override
    public Uni<Page<SubscriptionView>> of(AccountId owner, Page.Request page) {
        return Uni.createFrom().item(() -> page(owned(owner), page));
    }

    private static Page<SubscriptionView> page(List<SubscriptionView> all, Page.Request page) {
        List<SubscriptionView> items = all.stream().skip(page.offset()).limit(page.size()).toList();
        Optional<Long> total = page.count() ? Optional.of((long) all.size()) : Optional.empty();
        return new Page<>(items, page.number(), page.size(), total);
    }

    private List<SubscriptionView> owned(AccountId owner) {
        return subscriptions.all().stream()
                .filter(subscription -> subscription.service().account().equals(owner))
                .map(InMemorySubscriptionViews::view)
                .sorted(
                        Comparator.comparing((SubscriptionView view) -> view.id().value())
                                .reversed())
                .toList();
    }

    private static SubscriptionView view(Subscription subscription) {
        Service service = subscription.service();
        return new SubscriptionView(
                service.id(),
                service.plan(),
                service.planNameI18n(),
                subscription.status(),
                service.startedAt(),
                Optional.of(subscription.expireAt()),
                service.entitlement().trafficBytes(),
                Optional.empty(),
                service.entitlement().devices(),
                SubscriptionView.Access.pending(),
                ManagedBy.SHOP,
                hold(subscription),
                Optional.empty());
    }

    private static Optional<SubscriptionView.Hold> hold(Subscription subscription) {
        return switch (subscription) {
            case Subscription.Paused held ->
                    Optional.of(
                            new SubscriptionView.Hold(held.since(), Optional.of(held.resumeBy())));
            case Subscription.Suspended held ->
                    Optional.of(new SubscriptionView.Hold(held.since(), Optional.empty()));
            case Subscription.Active _, Subscription.Expired _, Subscription.Terminated _ ->
                    Optional.empty();
        };
    }
}
