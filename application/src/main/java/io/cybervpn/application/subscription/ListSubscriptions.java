package io.cybervpn.application.subscription;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Page;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Shows somebody his own subscriptions, newest first (R107). */
@Singleton
public final class ListSubscriptions {
    private final SubscriptionViews views;

    @Inject
    ListSubscriptions(SubscriptionViews views) {
        this.views = views;
    }

    /** Who wants to see which page. */
    public record Query(Actor actor, Page.Request page) {}

    /** What he sees. */
    public sealed interface Result {
        /** The page; empty items when there is nothing. */
        record Found(Page<SubscriptionView> page) implements Result {}

        /** Nobody is logged in. */
        record LoginRequired() implements Result {}
    }

    /** Shows them. */
    public Uni<Result> execute(Query query) {
        return query.actor()
                .account()
                .map(owner -> views.of(owner, query.page()).<Result>map(Result.Found::new))
                .orElseGet(() -> Uni.createFrom().item(new Result.LoginRequired()));
    }
}
