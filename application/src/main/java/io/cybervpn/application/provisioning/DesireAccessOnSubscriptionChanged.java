package io.cybervpn.application.provisioning;

import io.cybervpn.application.shared.EventHandler;
import io.cybervpn.domain.subscription.SubscriptionChanged;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Wants what the subscription owes now. The event is only the reason to ask. */
@Singleton
public final class DesireAccessOnSubscriptionChanged implements EventHandler<SubscriptionChanged> {
    private final AccessWishes wishes;

    @Inject
    DesireAccessOnSubscriptionChanged(AccessWishes wishes) {
        this.wishes = wishes;
    }

    @Override
    public Class<SubscriptionChanged> event() {
        return SubscriptionChanged.class;
    }

    @Override
    public String name() {
        return "provisioning.change-access";
    }

    @Override
    public Uni<Void> handle(SubscriptionChanged event) {
        return wishes.want(event.subscription(), event.account());
    }
}
