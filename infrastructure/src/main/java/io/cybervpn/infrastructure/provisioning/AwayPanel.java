package io.cybervpn.infrastructure.provisioning;

import io.cybervpn.application.provisioning.port.PanelUnavailable;
import io.cybervpn.application.provisioning.port.VpnPanel;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.model.AccessSpec;
import io.cybervpn.domain.provisioning.model.PanelUser;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** In the place of a panel that must not be called, or that is not known here yet. */
final class AwayPanel implements VpnPanel {
    private final String reason;

    AwayPanel(String reason) {
        this.reason = reason;
    }

    @Override
    public Uni<PanelUser> bring(AccessId access, AccessSpec spec) {
        return away();
    }

    @Override
    public Uni<Void> remove(AccessId access) {
        return away();
    }

    @Override
    public Uni<Page> users(Optional<String> cursor, int size) {
        return away();
    }

    @Override
    public Uni<Check> check() {
        return away();
    }

    private <T> Uni<T> away() {
        return Uni.createFrom().failure(() -> PanelUnavailable.untried(reason));
    }
}
