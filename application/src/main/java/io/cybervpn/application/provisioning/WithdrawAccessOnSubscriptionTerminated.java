package io.cybervpn.application.provisioning;

import io.cybervpn.application.shared.EventHandler;
import io.cybervpn.domain.subscription.SubscriptionTerminated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * Wants no access any more for a subscription that was taken away. The panel follows when it can:
 * one that is down now is told later, for ever.
 */
@Singleton
public final class WithdrawAccessOnSubscriptionTerminated
        implements EventHandler<SubscriptionTerminated> {
    private final AccessWishes wishes;

    @Inject
    WithdrawAccessOnSubscriptionTerminated(AccessWishes wishes) {
        this.wishes = wishes;
    }

    @Override
    public Class<SubscriptionTerminated> event() {
        return SubscriptionTerminated.class;
    }

    @Override
    public String name() {
        return "provisioning.withdraw-access";
    }

    @Override
    public Uni<Void> handle(SubscriptionTerminated event) {
        return wishes.want(event.subscription(), event.account());
    }
}
