package io.cybervpn.application.renewal.port;

import io.cybervpn.domain.subscription.SubscriptionId;
import io.smallrye.mutiny.Uni;

/** Which subscriptions app stores keep. Joins the caller's unit of work. */
public interface KeptByStores {
    /** Whether a store charges for it: then the shop neither reminds nor charges. */
    Uni<Boolean> keep(SubscriptionId subscription);
}
