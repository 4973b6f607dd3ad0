package io.cybervpn.application.renewal;

import io.cybervpn.application.shared.EventHandler;
import io.cybervpn.domain.subscription.SubscriptionReleased;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** A subscription that was held is served again: its end is watched again. */
@Singleton
public final class WatchOnSubscriptionReleased implements EventHandler<SubscriptionReleased> {
    private final Planning planning;

    @Inject
    WatchOnSubscriptionReleased(Planning planning) {
        this.planning = planning;
    }

    @Override
    public Class<SubscriptionReleased> event() {
        return SubscriptionReleased.class;
    }

    @Override
    public String name() {
        return "renewal.watch-released";
    }

    @Override
    public Uni<Void> handle(SubscriptionReleased event) {
        return planning.watch(event.subscription(), event.account());
    }
}
