package io.cybervpn.infrastructure.provisioning.remnawave;

import io.cybervpn.application.provisioning.port.VpnConfigs;
import io.cybervpn.application.provisioning.port.VpnPanel;
import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.infrastructure.provisioning.AdoptedNames;
import io.cybervpn.infrastructure.provisioning.PanelModule;
import java.time.Clock;

/** One panel of Remnawave, with what is known of it. */
final class RemnawaveModule implements PanelModule {
    private final PanelClient client;
    private final RemnawavePanel panel;
    private final UserPages pages;
    private final RemnawaveConfigs configs;

    RemnawaveModule(PanelClient client, PanelId id, Clock clock, AdoptedNames names) {
        this.client = client;
        Versions versions = new Versions(client);
        this.pages = new UserPages(id, client, versions, names);
        this.panel =
                new RemnawavePanel(
                        client,
                        new RemnawavePanel.Parts(
                                id, new Squads(client, clock), versions, pages, names),
                        clock);
        this.configs = new RemnawaveConfigs(client);
    }

    /** For what else Remnawave can do. */
    PanelClient client() {
        return client;
    }

    /** For who else is there. */
    UserPages pages() {
        return pages;
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
        return client.isReady();
    }

    @Override
    public void close() {
        client.close();
    }
}
