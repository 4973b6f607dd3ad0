package io.cybervpn.application.renewal;

import io.cybervpn.application.shared.EventHandler;
import io.cybervpn.domain.subscription.SubscriptionShortened;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** A subscription ends earlier than was told: its new end is watched. */
@Singleton
public final class WatchOnSubscriptionShortened implements EventHandler<SubscriptionShortened> {
    private final Planning planning;

    @Inject
    WatchOnSubscriptionShortened(Planning planning) {
        this.planning = planning;
    }

    @Override
    public Class<SubscriptionShortened> event() {
        return SubscriptionShortened.class;
    }

    @Override
    public String name() {
        return "renewal.watch-shortened";
    }

    @Override
    public Uni<Void> handle(SubscriptionShortened event) {
        return planning.watch(event.subscription(), event.account());
    }
}
