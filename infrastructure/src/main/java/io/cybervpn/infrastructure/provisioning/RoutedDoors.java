package io.cybervpn.infrastructure.provisioning;

import io.cybervpn.application.provisioning.port.PanelDoors;
import io.cybervpn.application.provisioning.port.PanelUnavailable;
import io.cybervpn.application.provisioning.port.ServiceDoor;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.model.PanelUser;
import io.cybervpn.domain.provisioning.model.SshKey;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Function;

/** Asks the panel on which a user was seen. */
@Singleton
final class RoutedDoors implements PanelDoors {
    private final PanelLinks links;

    @Inject
    RoutedDoors(PanelLinks links) {
        this.links = links;
    }

    @Override
    public Uni<Optional<ServiceDoor>> of(AccessId access, PanelUser user) {
        return route(user, doors -> doors.of(access, user));
    }

    @Override
    public Uni<Optional<String>> resetCredential(AccessId access, PanelUser user) {
        return route(user, doors -> doors.resetCredential(access, user));
    }

    @Override
    public Uni<Boolean> setSshKey(AccessId access, PanelUser user, SshKey key) {
        return route(user, doors -> doors.setSshKey(access, user, key).map(Optional::of))
                .map(done -> done.orElse(false));
    }

    private <T> Uni<Optional<T>> route(
            PanelUser user, Function<PanelDoors, Uni<Optional<T>>> action) {
        return links.module(user.panel())
                .map(module -> through(module, action))
                .orElseGet(
                        () ->
                                Uni.createFrom()
                                        .failure(
                                                PanelUnavailable.untried(
                                                        "the panel is not known here yet")));
    }

    private static <T> Uni<Optional<T>> through(
            PanelModule module, Function<PanelDoors, Uni<Optional<T>>> action) {
        return module.doors().map(action).orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }
}
