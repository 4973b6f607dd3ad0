package io.cybervpn.infrastructure.provisioning.manual;

import io.cybervpn.application.provisioning.port.VpnConfigs;
import io.cybervpn.application.provisioning.port.VpnPanel;
import io.cybervpn.infrastructure.provisioning.PanelModule;
import io.smallrye.mutiny.Uni;

/** One panel that is kept by hand. It can always be asked: the answer is in our own tables. */
final class ManualModule implements PanelModule {
    private final ManualPanel panel;

    ManualModule(ManualPanel panel) {
        this.panel = panel;
    }

    @Override
    public VpnPanel panel() {
        return panel;
    }

    /** There is no configuration that a VPN client could use. */
    @Override
    public VpnConfigs configs() {
        return (_, _) -> Uni.createFrom().item(new VpnConfigs.Answer.NotOffered());
    }

    @Override
    public boolean ready() {
        return true;
    }

    @Override
    public void close() {
        // Nothing is held open.
    }
}
