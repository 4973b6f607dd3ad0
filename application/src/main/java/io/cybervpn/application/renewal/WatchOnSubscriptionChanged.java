package io.cybervpn.application.renewal;

import io.cybervpn.application.shared.EventHandler;
import io.cybervpn.domain.subscription.SubscriptionChanged;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** A subscription went to another plan, and ends at another time: its new end is watched. */
@Singleton
public final class WatchOnSubscriptionChanged implements EventHandler<SubscriptionChanged> {
    private final Planning planning;

    @Inject
    WatchOnSubscriptionChanged(Planning planning) {
        this.planning = planning;
    }

    @Override
    public Class<SubscriptionChanged> event() {
        return SubscriptionChanged.class;
    }

    @Override
    public String name() {
        return "renewal.watch-changed";
    }

    @Override
    public Uni<Void> handle(SubscriptionChanged event) {
        return planning.watch(event.subscription(), event.account());
    }
}
