package io.cybervpn.infrastructure.provisioning.manual;

import io.cybervpn.application.provisioning.manual.ManualDesk;
import io.cybervpn.domain.provisioning.PanelKind;
import io.cybervpn.infrastructure.provisioning.PanelConnection;
import io.cybervpn.infrastructure.provisioning.PanelModule;
import io.cybervpn.infrastructure.provisioning.PanelModules;
import io.cybervpn.infrastructure.provisioning.PanelPulse;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Set;

/** Ways to panels that are kept by hand. They have neither an address nor secrets. */
@Singleton
final class ManualModules implements PanelModules {
    private final ManualDesk desk;

    @Inject
    ManualModules(ManualDesk desk) {
        this.desk = desk;
    }

    @Override
    public PanelKind kind() {
        return PanelKind.MANUAL;
    }

    @Override
    public Set<String> secretFields() {
        return Set.of();
    }

    @Override
    public boolean accepts(String field, String value) {
        return false;
    }

    @Override
    public PanelModule connect(PanelConnection connection, PanelPulse pulse) {
        return new ManualModule(new ManualPanel(connection.id(), connection.groups(), desk));
    }
}
