package io.cybervpn.application.server;

import io.cybervpn.application.server.port.MaintenanceLetters;
import io.cybervpn.application.shared.EventHandler;
import io.cybervpn.domain.server.MaintenanceAnnounced;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Addresses a letter to each customer whose plan leads to the server; they are sent later. */
@Singleton
public final class AddressOnMaintenanceAnnounced implements EventHandler<MaintenanceAnnounced> {
    private final MaintenanceLetters letters;
    private final Clock clock;

    @Inject
    AddressOnMaintenanceAnnounced(MaintenanceLetters letters, Clock clock) {
        this.letters = letters;
        this.clock = clock;
    }

    @Override
    public Class<MaintenanceAnnounced> event() {
        return MaintenanceAnnounced.class;
    }

    @Override
    public String name() {
        return "server.address-maintenance";
    }

    @Override
    public Uni<Void> handle(MaintenanceAnnounced event) {
        return letters.address(event, clock.instant()).replaceWithVoid();
    }
}
