package io.cybervpn.infrastructure.provisioning.xui;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cybervpn.application.provisioning.port.VpnConfigs;
import io.cybervpn.application.provisioning.port.VpnPanel;
import io.cybervpn.infrastructure.provisioning.PanelConnection;
import io.cybervpn.infrastructure.provisioning.PanelGuard;
import io.cybervpn.infrastructure.provisioning.PanelModule;
import java.time.Clock;
import java.util.Optional;

/** One panel of 3x-ui, with what is known of it. */
final class XuiModule implements PanelModule {
    private final PanelConnection connection;
    private final XuiClient client;
    private final XuiPanel panel;
    private final XuiConfigs configs;

    XuiModule(PanelConnection connection, PanelGuard guard, ObjectMapper json, Clock clock) {
        this.connection = connection;
        this.client = new XuiClient(connection, guard);
        this.panel =
                new XuiPanel(
                        client,
                        new XuiPanel.Parts(
                                connection.id(),
                                new XuiFamilies(client, json),
                                new XuiKeys(keySource(connection)),
                                server(connection).orElse(""),
                                connection.groups()),
                        clock);
        this.configs = new XuiConfigs(connection, guard);
    }

    /** Neither is ever empty where the panel can be called at all. */
    private static String keySource(PanelConnection connection) {
        return connection
                .secret(XuiModules.TOKEN)
                .or(() -> connection.secret(XuiModules.PASSWORD))
                .orElse("none");
    }

    private static Optional<String> server(PanelConnection connection) {
        return connection
                .secret(XuiModules.SUBSCRIPTION_URL)
                .map(url -> url.endsWith("/") ? url.substring(0, url.length() - 1) : url);
    }

    @Override
    public VpnPanel panel() {
        return panel;
    }

    @Override
    public VpnConfigs configs() {
        return configs;
    }

    @Override
    public boolean ready() {
        return client.isReady() && server(connection).isPresent();
    }

    @Override
    public void close() {
        client.close();
        configs.close();
    }
}
