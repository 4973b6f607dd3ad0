package io.cybervpn.application.provisioning;

import io.cybervpn.application.provisioning.port.Panels;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Makes this instance know what staff set of panels, wherever they set it. */
@Singleton
public final class RefreshPanels {
    private final Panels panels;

    @Inject
    RefreshPanels(Panels panels) {
        this.panels = panels;
    }

    /** Reads. Never in a unit of work. */
    public Uni<Void> execute() {
        return panels.refresh();
    }
}
