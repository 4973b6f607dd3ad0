package io.cybervpn.application.provisioning;

import io.cybervpn.application.shared.EventHandler;
import io.cybervpn.domain.provisioning.TrafficThresholdReached;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Wants what is given after all of the traffic was used. The event is only the reason to ask. */
@Singleton
public final class BeginGraceOnTrafficThresholdReached
        implements EventHandler<TrafficThresholdReached> {
    private static final int ALL = 100;

    private final AccessWishes wishes;

    @Inject
    BeginGraceOnTrafficThresholdReached(AccessWishes wishes) {
        this.wishes = wishes;
    }

    @Override
    public Class<TrafficThresholdReached> event() {
        return TrafficThresholdReached.class;
    }

    @Override
    public String name() {
        return "provisioning.grace-after-limit";
    }

    /** An access has the id of the subscription that it serves. */
    @Override
    public Uni<Void> handle(TrafficThresholdReached event) {
        return event.percent() < ALL
                ? Uni.createFrom().voidItem()
                : wishes.want(new SubscriptionId(event.access().value()), event.account());
    }
}
