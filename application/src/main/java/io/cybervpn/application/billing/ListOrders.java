package io.cybervpn.application.billing;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Page;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Shows somebody his own orders, newest first. */
@Singleton
public final class ListOrders {
    private final OrderViews views;

    @Inject
    ListOrders(OrderViews views) {
        this.views = views;
    }

    /** Who wants to see which page. */
    public record Query(Actor actor, Page.Request page) {}

    /** What he sees. */
    public sealed interface Result {
        /** The page; empty items when there is nothing. */
        record Found(Page<OrderView> page) implements Result {}

        /** Nobody is logged in. */
        record LoginRequired() implements Result {}
    }

    /** Shows them. */
    public Uni<Result> execute(Query query) {
        return query.actor()
                .account()
                .map(buyer -> views.of(buyer, query.page()).<Result>map(Result.Found::new))
                .orElseGet(() -> Uni.createFrom().item(new Result.LoginRequired()));
    }
}
