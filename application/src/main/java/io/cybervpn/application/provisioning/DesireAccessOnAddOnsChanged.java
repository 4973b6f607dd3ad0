package io.cybervpn.application.provisioning;

import io.cybervpn.application.shared.EventHandler;
import io.cybervpn.domain.subscription.AddOnsChanged;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Wants what the subscription owes now. The event is only the reason to ask. */
@Singleton
public final class DesireAccessOnAddOnsChanged implements EventHandler<AddOnsChanged> {
    private final AccessWishes wishes;

    @Inject
    DesireAccessOnAddOnsChanged(AccessWishes wishes) {
        this.wishes = wishes;
    }

    @Override
    public Class<AddOnsChanged> event() {
        return AddOnsChanged.class;
    }

    @Override
    public String name() {
        return "provisioning.add-ons-changed";
    }

    @Override
    public Uni<Void> handle(AddOnsChanged event) {
        return wishes.want(event.subscription(), event.account());
    }
}
