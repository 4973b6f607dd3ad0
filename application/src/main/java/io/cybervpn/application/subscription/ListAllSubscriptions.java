package io.cybervpn.application.subscription;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Page;
import io.cybervpn.application.shared.Permission;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Shows staff the subscriptions of all customers, newest first. */
@Singleton
public final class ListAllSubscriptions {
    private final SubscriptionRecords records;

    @Inject
    ListAllSubscriptions(SubscriptionRecords records) {
        this.records = records;
    }

    /** Which. */
    public record Query(Actor actor, SubscriptionRecords.Filter filter, Page.Request page) {}

    /** The answer. */
    public sealed interface Result {
        /** A page of them. */
        record Listed(Page<SubscriptionRecord> page) implements Result {}

        /** The actor lacks {@link Permission#SUBSCRIPTIONS_READ}. */
        record Forbidden() implements Result {}
    }

    /** Lists. */
    public Uni<Result> execute(Query query) {
        return query.actor().may(Permission.SUBSCRIPTIONS_READ)
                ? records.page(query.filter(), query.page()).map(Result.Listed::new)
                : Uni.createFrom().item(new Result.Forbidden());
    }
}
