package io.cybervpn.infrastructure.provisioning;

import io.cybervpn.application.provisioning.ConfigRequest;
import io.cybervpn.application.provisioning.port.VpnConfigs;
import io.cybervpn.domain.provisioning.model.PanelUser;
import io.smallrye.mutiny.Uni;

/** Of panels of what is no VPN: there is no configuration to be had. */
final class NoConfigs implements VpnConfigs {
    @Override
    public Uni<Answer> fetch(PanelUser user, ConfigRequest request) {
        return Uni.createFrom().item(new Answer.NotOffered());
    }
}
