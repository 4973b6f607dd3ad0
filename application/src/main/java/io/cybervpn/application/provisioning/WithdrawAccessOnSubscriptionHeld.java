package io.cybervpn.application.provisioning;

import io.cybervpn.application.shared.EventHandler;
import io.cybervpn.domain.subscription.SubscriptionHeld;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * Wants no access while a subscription is paused or suspended. The panel follows when it can: one
 * that is down now is told later, for ever.
 */
@Singleton
public final class WithdrawAccessOnSubscriptionHeld implements EventHandler<SubscriptionHeld> {
    private final AccessWishes wishes;

    @Inject
    WithdrawAccessOnSubscriptionHeld(AccessWishes wishes) {
        this.wishes = wishes;
    }

    @Override
    public Class<SubscriptionHeld> event() {
        return SubscriptionHeld.class;
    }

    @Override
    public String name() {
        return "provisioning.withdraw-held";
    }

    @Override
    public Uni<Void> handle(SubscriptionHeld event) {
        return wishes.want(event.subscription(), event.account());
    }
}
