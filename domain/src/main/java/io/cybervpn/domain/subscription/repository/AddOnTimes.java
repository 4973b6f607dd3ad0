package io.cybervpn.domain.subscription.repository;

import io.cybervpn.domain.subscription.SubscriptionId;
import io.cybervpn.domain.subscription.model.AddOnTime;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;

/** The add-ons that subscriptions have or had. Joins the caller's unit of work. */
public interface AddOnTimes {
    /**
     * Keeps what an order gave.
     *
     * @return whether it was new; an order gives once
     */
    Uni<Boolean> append(AddOnTime bought, Instant now);

    /** All of one subscription, in the order in which they begin. */
    Uni<List<AddOnTime>> of(SubscriptionId subscription);

    /** Keeps a new end of one that is there. */
    Uni<Void> save(AddOnTime moved, Instant now);

    /**
     * Marks those over whose end has come, and says whose they are. Each is given once, to one who
     * asks.
     */
    Uni<List<SubscriptionId>> end(Instant now, int limit);
}
