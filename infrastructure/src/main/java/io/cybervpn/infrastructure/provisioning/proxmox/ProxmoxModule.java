package io.cybervpn.infrastructure.provisioning.proxmox;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cybervpn.application.provisioning.port.PanelDoors;
import io.cybervpn.application.provisioning.port.VpnPanel;
import io.cybervpn.infrastructure.provisioning.PanelConnection;
import io.cybervpn.infrastructure.provisioning.PanelGuard;
import io.cybervpn.infrastructure.provisioning.PanelModule;
import java.time.Clock;
import java.util.Optional;

/** One cluster of Proxmox VE. */
final class ProxmoxModule implements PanelModule {
    private final ProxmoxClient client;
    private final ProxmoxPanel panel;
    private final ProxmoxDoors doors;

    ProxmoxModule(PanelConnection connection, PanelGuard guard, ObjectMapper json, Clock clock) {
        this.client = new ProxmoxClient(connection, guard, json);
        MachineGroups groups = new MachineGroups(connection.groups());
        this.panel = new ProxmoxPanel(client, groups, connection.id(), clock);
        this.doors = new ProxmoxDoors(client, new MachineFinder(client, groups));
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
