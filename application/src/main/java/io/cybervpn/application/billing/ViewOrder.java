package io.cybervpn.application.billing;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.domain.billing.OrderId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Shows somebody an order of his own. */
@Singleton
public final class ViewOrder {
    private final OrderViews views;

    @Inject
    ViewOrder(OrderViews views) {
        this.views = views;
    }

    /** Who wants to see which. */
    public record Query(Actor actor, OrderId order) {}

    /** What he sees. */
    public sealed interface Result {
        /** It is his. */
        record Found(OrderView order) implements Result {}

        /** It is not there, or not his: which of the two is not told. */
        record NoSuchOrder() implements Result {}
    }

    /** Shows it. */
    public Uni<Result> execute(Query query) {
        return query.actor()
                .account()
                .map(buyer -> views.find(buyer, query.order()))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()))
                .map(ViewOrder::result);
    }

    private static Result result(Optional<OrderView> found) {
        return found.<Result>map(Result.Found::new).orElseGet(Result.NoSuchOrder::new);
    }
}
