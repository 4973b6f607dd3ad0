package io.cybervpn.infrastructure.provisioning.pterodactyl;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cybervpn.application.provisioning.port.PanelDoors;
import io.cybervpn.application.provisioning.port.VpnPanel;
import io.cybervpn.infrastructure.provisioning.PanelConnection;
import io.cybervpn.infrastructure.provisioning.PanelGuard;
import io.cybervpn.infrastructure.provisioning.PanelModule;
import java.time.Clock;
import java.util.Optional;

/** One panel of Pterodactyl. */
final class PterodactylModule implements PanelModule {
    private final PterodactylClient client;
    private final PterodactylPanel panel;
    private final PterodactylDoors doors;

    PterodactylModule(
            PanelConnection connection, PanelGuard guard, ObjectMapper json, Clock clock) {
        this.client = new PterodactylClient(connection, guard, json);
        PterodactylUsers users = new PterodactylUsers(client);
        this.doors = new PterodactylDoors(users);
        this.panel =
                new PterodactylPanel(
                        client,
                        users,
                        new PterodactylPlaces(connection.groups()),
                        connection.id(),
                        clock);
    }

    @Override
    public VpnPanel panel() {
        return panel;
    }

    @Override
    public Optional<PanelDoors> doors() {
        return Optional.of(doors);
    }

    @Override
    public boolean ready() {
        return client.isReady();
    }

    @Override
    public void close() {
        client.close();
    }
}
