package io.cybervpn.application.server;

import io.cybervpn.application.shared.EventHandler;
import io.cybervpn.domain.provisioning.PanelNodeNoticed;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * Follows nodes sooner than the schedule when the panel says that something happened to one (R124).
 * The panel is asked how it is: a push is a hint. What it says of connections is one look, which
 * counts as every other.
 */
@Singleton
public final class FollowOnPanelNodeNoticed implements EventHandler<PanelNodeNoticed> {
    private final SyncServers sync;
    private final CheckServers check;

    @Inject
    FollowOnPanelNodeNoticed(SyncServers sync, CheckServers check) {
        this.sync = sync;
        this.check = check;
    }

    @Override
    public Class<PanelNodeNoticed> event() {
        return PanelNodeNoticed.class;
    }

    @Override
    public String name() {
        return "server.follow-node";
    }

    @Override
    public Uni<Void> handle(PanelNodeNoticed event) {
        return sync.execute()
                .chain(() -> check.execute(CheckServers.Command.STANDARD))
                .replaceWithVoid();
    }
}
