package io.cybervpn.application.subscription;

import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.cybervpn.domain.subscription.SubscriptionSnapshot;
import io.cybervpn.domain.subscription.model.Subscription;
import io.cybervpn.domain.subscription.repository.Subscriptions;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * Tells other contexts what a subscription owes right now; for them, events are only a reason to
 * ask. Joins the caller's unit of work. Checks no owner: for our own code, not for requests.
 */
@Singleton
public final class FindSubscription {
    private final UnitOfWork unitOfWork;
    private final Subscriptions subscriptions;

    @Inject
    FindSubscription(UnitOfWork unitOfWork, Subscriptions subscriptions) {
        this.unitOfWork = unitOfWork;
        this.subscriptions = subscriptions;
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
                .run(() -> subscriptions.find(query.subscription()))
                .map(
                        found ->
                                found.<Result>map(FindSubscription::found)
                                        .orElseGet(
                                                () ->
                                                        new Result.NoSuchSubscription(
                                                                query.subscription())));
    }

    private static Result found(Subscription subscription) {
        return new Result.Found(subscription.snapshot());
    }
}
