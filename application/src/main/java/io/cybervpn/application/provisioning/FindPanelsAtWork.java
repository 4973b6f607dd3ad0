package io.cybervpn.application.provisioning;

import io.cybervpn.application.provisioning.port.Panels;
import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.domain.provisioning.PanelMode;
import io.cybervpn.domain.provisioning.model.Panel;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** Which panels this instance brings accesses to. */
@Singleton
public final class FindPanelsAtWork {
    private final Panels panels;

    @Inject
    FindPanelsAtWork(Panels panels) {
        this.panels = panels;
    }

    /** Those that are not off. Waits for nothing. */
    public List<PanelId> execute() {
        return panels.all().stream()
                .map(Panels.Known::panel)
                .filter(panel -> panel.mode() != PanelMode.OFF)
                .map(Panel::id)
                .toList();
    }
}
