package io.cybervpn.application.provisioning;

import io.cybervpn.application.shared.EventHandler;
import io.cybervpn.domain.subscription.SubscriptionReleased;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Wants what the subscription owes now. The event is only the reason to ask. */
@Singleton
public final class DesireAccessOnSubscriptionReleased
        implements EventHandler<SubscriptionReleased> {
    private final AccessWishes wishes;

    @Inject
    DesireAccessOnSubscriptionReleased(AccessWishes wishes) {
        this.wishes = wishes;
    }

    @Override
    public Class<SubscriptionReleased> event() {
        return SubscriptionReleased.class;
    }

    @Override
    public String name() {
        return "provisioning.desire-released";
    }

    @Override
    public Uni<Void> handle(SubscriptionReleased event) {
        return wishes.want(event.subscription(), event.account());
    }
}
