package io.cybervpn.application.provisioning;

import io.cybervpn.application.shared.EventHandler;
import io.cybervpn.domain.renewal.GraceDue;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Wants what is given after an end. The event is only the reason to ask. */
@Singleton
public final class BeginGraceOnGraceDue implements EventHandler<GraceDue> {
    private final AccessWishes wishes;

    @Inject
    BeginGraceOnGraceDue(AccessWishes wishes) {
        this.wishes = wishes;
    }

    @Override
    public Class<GraceDue> event() {
        return GraceDue.class;
    }

    @Override
    public String name() {
        return "provisioning.grace-after-end";
    }

    @Override
    public Uni<Void> handle(GraceDue event) {
        return wishes.want(event.subscription(), event.account());
    }
}
