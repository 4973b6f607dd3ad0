package io.cybervpn.application.subscription;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Shows somebody a subscription of his own. */
@Singleton
public final class ViewSubscription {
    private final SubscriptionViews views;

    @Inject
    ViewSubscription(SubscriptionViews views) {
        this.views = views;
    }

    /** Who wants to see which. */
    public record Query(Actor actor, SubscriptionId subscription) {}

    /** What he sees. */
    public sealed interface Result {
        /** It is his. */
        record Found(SubscriptionView subscription) implements Result {}

        /** It is not there, or not his: which of the two is not told. */
        record NoSuchSubscription() implements Result {}
    }

    /** Shows it. */
    public Uni<Result> execute(Query query) {
        return query.actor()
                .account()
                .map(owner -> views.find(owner, query.subscription()))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()))
                .map(ViewSubscription::result);
    }

    private static Result result(Optional<SubscriptionView> found) {
        return found.<Result>map(Result.Found::new).orElseGet(Result.NoSuchSubscription::new);
    }
}
