package io.cybervpn.application.subscription;

import io.cybervpn.domain.subscription.SubscriptionId;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Has what serves a subscription compared with what it should be, and mended, soon. */
public interface SubscriptionSync {
    /**
     * Makes it due, in the open unit of work. Repeatable.
     *
     * @return empty, or the code of a refusal
     */
    Uni<Optional<String>> sync(SubscriptionId subscription);
}
