package io.cybervpn.application.provisioning;

import io.cybervpn.application.shared.EventHandler;
import io.cybervpn.domain.subscription.SubscriptionExtended;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Wants what the subscription owes now. The event is only the reason to ask. */
@Singleton
public final class DesireAccessOnSubscriptionExtended
        implements EventHandler<SubscriptionExtended> {
    private final AccessWishes wishes;

    @Inject
    DesireAccessOnSubscriptionExtended(AccessWishes wishes) {
        this.wishes = wishes;
    }

    @Override
    public Class<SubscriptionExtended> event() {
        return SubscriptionExtended.class;
    }

    @Override
    public String name() {
        return "provisioning.desire-access";
    }

    @Override
    public Uni<Void> handle(SubscriptionExtended event) {
        return wishes.want(event.subscription(), event.account());
    }
}
