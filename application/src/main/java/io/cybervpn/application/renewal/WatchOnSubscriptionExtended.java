package io.cybervpn.application.renewal;

import io.cybervpn.application.shared.EventHandler;
import io.cybervpn.domain.subscription.SubscriptionExtended;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** A subscription was opened or prolonged: its new end is watched. */
@Singleton
public final class WatchOnSubscriptionExtended implements EventHandler<SubscriptionExtended> {
    private final Planning planning;

    @Inject
    WatchOnSubscriptionExtended(Planning planning) {
        this.planning = planning;
    }

    @Override
    public Class<SubscriptionExtended> event() {
        return SubscriptionExtended.class;
    }

    @Override
    public String name() {
        return "renewal.watch-extended";
    }

    @Override
    public Uni<Void> handle(SubscriptionExtended event) {
        return planning.watch(event.subscription(), event.account());
    }
}
