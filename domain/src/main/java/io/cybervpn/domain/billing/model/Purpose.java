package io.cybervpn.domain.billing.model;

import java.util.Optional;
import java.util.UUID;

/** What an order is to bring about. */
public sealed interface Purpose {
    /** A subscription that does not exist yet. */
    record NewSubscription() implements Purpose {}

    /** More time for one that does. */
    record Renewal(UUID subscription) implements Purpose {}

    /** Renews the given subscription, or opens a new one. */
    static Purpose of(Optional<UUID> renews) {
        return renews.<Purpose>map(Renewal::new).orElseGet(NewSubscription::new);
    }

    /** The subscription to renew, if any. */
    default Optional<UUID> renews() {
        return switch (this) {
            case NewSubscription _ -> Optional.empty();
            case Renewal(var subscription) -> Optional.of(subscription);
        };
    }
}
