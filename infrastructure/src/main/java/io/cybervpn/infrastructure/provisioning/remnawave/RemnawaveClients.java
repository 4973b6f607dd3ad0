package io.cybervpn.infrastructure.provisioning.remnawave;

import io.cybervpn.application.provisioning.port.PanelUnavailable;
import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.domain.provisioning.PanelKind;
import io.cybervpn.infrastructure.provisioning.PanelLinks;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** The panels of Remnawave, for what only they can do. */
@Singleton
class RemnawaveClients {
    private final PanelLinks links;

    @Inject
    RemnawaveClients(PanelLinks links) {
        this.links = links;
    }

    /** Those that are not off and can be called, by the text of their ids. */
    List<String> atWork() {
        return links.atWork(PanelKind.REMNAWAVE).stream().map(id -> id.value().toString()).toList();
    }

    /** Calls the one of an id's text. */
    <T> Uni<T> call(String id, Function<RemnawaveApi, Uni<T>> action) {
        return call(new PanelId(UUID.fromString(id)), action);
    }

    /** One of them as it is set now; empty for a panel of another kind or one not known here. */
    Optional<PanelClient> find(PanelId id) {
        return module(id).map(RemnawaveModule::client);
    }

    /** Who is on one of them; empty as for {@link #find}. */
    Optional<UserPages> pages(PanelId id) {
        return module(id).map(RemnawaveModule::pages);
    }

    private Optional<RemnawaveModule> module(PanelId id) {
        return links.module(id)
                .filter(RemnawaveModule.class::isInstance)
                .map(RemnawaveModule.class::cast);
    }

    /** Calls one; fails with {@link PanelUnavailable} where there is none. */
    <T> Uni<T> call(PanelId id, Function<RemnawaveApi, Uni<T>> action) {
        return find(id).map(client -> client.call(action))
                .orElseGet(
                        () ->
                                Uni.createFrom()
                                        .failure(
                                                PanelUnavailable.untried(
                                                        "no such panel of Remnawave")));
    }
}
