package io.cybervpn.infrastructure.provisioning.remnawave;

import io.cybervpn.application.provisioning.port.PanelFigures;
import io.cybervpn.domain.provisioning.PanelId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** What 2.x and 3.x say of themselves; other kinds of panels say nothing. */
@Singleton
class RemnawaveFigures implements PanelFigures {
    private final RemnawaveClients panels;

    @Inject
    RemnawaveFigures(RemnawaveClients panels) {
        this.panels = panels;
    }

    @Override
    public Uni<Optional<Figures>> of(PanelId panel) {
        return panels.find(panel)
                .map(this::asked)
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    private Uni<Optional<Figures>> asked(PanelClient panel) {
        return panel.call(RemnawaveApi::stats)
                .map(answer -> Optional.of(answer.response().figures()))
                .onFailure()
                .transform(PanelClient::meaning);
    }
}
