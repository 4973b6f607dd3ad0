package io.cybervpn.infrastructure.provisioning.remnawave;

import io.cybervpn.application.provisioning.port.PanelPresence;
import io.cybervpn.domain.provisioning.model.PanelUser;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** What 2.x and 3.x say of a user's traffic; other kinds of panels say nothing. */
@Singleton
class RemnawavePresence implements PanelPresence {
    private final RemnawaveClients panels;

    @Inject
    RemnawavePresence(RemnawaveClients panels) {
        this.panels = panels;
    }

    @Override
    public Uni<Optional<Presence>> of(PanelUser user) {
        return panels.find(user.panel()).isPresent()
                ? asked(user)
                : Uni.createFrom().item(Optional.empty());
    }

    private Uni<Optional<Presence>> asked(PanelUser user) {
        return panels.call(user.panel(), api -> api.presence(user.ref()))
                .map(answer -> Optional.of(answer.response().presence()))
                .onFailure()
                .transform(UserRef::meaning);
    }
}
