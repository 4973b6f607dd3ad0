package io.cybervpn.application.subscription;

import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.cybervpn.domain.subscription.SubscriptionSnapshot;
import io.cybervpn.domain.subscription.model.AddOnTime;
import io.cybervpn.domain.subscription.model.Subscription;
import io.cybervpn.domain.subscription.repository.AddOnTimes;
import io.cybervpn.domain.subscription.repository.Subscriptions;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * Tells other contexts what a subscription owes right now; for them, events are only a reason to
 * ask. Joins the caller's unit of work. Checks no owner: for our own code, not for requests.
 */
@Singleton
public final class FindSubscription {
    private final UnitOfWork unitOfWork;
    private final Subscriptions subscriptions;
    private final AddOnTimes addOns;

    @Inject
    FindSubscription(UnitOfWork unitOfWork, Subscriptions subscriptions, AddOnTimes addOns) {
        this.unitOfWork = unitOfWork;
        this.subscriptions = subscriptions;
        this.addOns = addOns;
    }

    /** Which one. */
    public record Query(SubscriptionId subscription) {}

    /** What is known of it. */
    public sealed interface Result {
        /** It exists. */
        record Found(SubscriptionSnapshot subscription) implements Result {}

        /** It never existed; subscriptions are not deleted. */
        record NoSuchSubscription(SubscriptionId subscription) implements Result {}
    }

    /** Looks it up. */
    public Uni<Result> execute(Query query) {
        return unitOfWork
                .run(() -> subscriptions.find(query.subscription()).chain(this::granted))
                .map(
                        found ->
                                found.<Result>map(Result.Found::new)
                                        .orElseGet(
                                                () ->
                                                        new Result.NoSuchSubscription(
                                                                query.subscription())));
    }

    private Uni<Optional<SubscriptionSnapshot>> granted(Optional<Subscription> found) {
        return found.map(
                        one ->
                                addOns.of(one.service().id())
                                        .map(all -> Optional.of(granted(one.snapshot(), all))))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    /** What the plan grants, with its add-ons. */
    private static SubscriptionSnapshot granted(
            SubscriptionSnapshot plain, List<AddOnTime> addOns) {
        return new SubscriptionSnapshot(
                plain.id(),
                plain.account(),
                plain.plan(),
                plain.status(),
                plain.expireAt(),
                AddOnTime.with(plain.entitlement(), addOns));
    }
}
