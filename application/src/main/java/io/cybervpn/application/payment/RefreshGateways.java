package io.cybervpn.application.payment;

import io.cybervpn.application.payment.port.LiveGateways;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Makes this instance know what staff set of providers, wherever they set it. */
@Singleton
public final class RefreshGateways {
    private final LiveGateways live;

    @Inject
    RefreshGateways(LiveGateways live) {
        this.live = live;
    }

    /** Reads. Never in a unit of work. */
    public Uni<Void> execute() {
        return live.refresh();
    }
}
