package io.cybervpn.infrastructure.provisioning;

import io.cybervpn.application.provisioning.ConfigRequest;
import io.cybervpn.application.provisioning.port.PanelUnavailable;
import io.cybervpn.application.provisioning.port.VpnConfigs;
import io.cybervpn.domain.provisioning.model.PanelUser;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Asks the panel on which a user was seen. */
@Singleton
final class RoutedConfigs implements VpnConfigs {
    private final PanelLinks links;

    @Inject
    RoutedConfigs(PanelLinks links) {
        this.links = links;
    }

    @Override
    public Uni<Answer> fetch(PanelUser user, ConfigRequest request) {
        return links.module(user.panel())
                .map(module -> module.configs().fetch(user, request))
                .orElseGet(
                        () ->
                                Uni.createFrom()
                                        .failure(
                                                PanelUnavailable.untried(
                                                        "the panel is not known here yet")));
    }
}
