package io.cybervpn.infrastructure.provisioning.proxmox;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cybervpn.application.provisioning.port.VpnPanel;
import io.cybervpn.infrastructure.provisioning.PanelConnection;
import io.cybervpn.infrastructure.provisioning.PanelGuard;
import io.cybervpn.infrastructure.provisioning.PanelModule;
import java.time.Clock;

/** One cluster of Proxmox VE. */
final class ProxmoxModule implements PanelModule {
    private final ProxmoxClient client;
    private final ProxmoxPanel panel;

    ProxmoxModule(PanelConnection connection, PanelGuard guard, ObjectMapper json, Clock clock) {
        this.client = new ProxmoxClient(connection, guard, json);
        this.panel =
                new ProxmoxPanel(
                        client, new MachineGroups(connection.groups()), connection.id(), clock);
    }

    @Override
    public VpnPanel panel() {
        return panel;
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
