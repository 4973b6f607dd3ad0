package io.cybervpn.application.provisioning;

import io.cybervpn.application.shared.EventHandler;
import io.cybervpn.domain.subscription.SubscriptionShortened;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Wants what the subscription owes now. The event is only the reason to ask. */
@Singleton
public final class ShortenAccessOnSubscriptionShortened
        implements EventHandler<SubscriptionShortened> {
    private final AccessWishes wishes;

    @Inject
    ShortenAccessOnSubscriptionShortened(AccessWishes wishes) {
        this.wishes = wishes;
    }

    @Override
    public Class<SubscriptionShortened> event() {
        return SubscriptionShortened.class;
    }

    @Override
    public String name() {
        return "provisioning.shorten-access";
    }

    @Override
    public Uni<Void> handle(SubscriptionShortened event) {
        return wishes.want(event.subscription(), event.account());
    }
}
