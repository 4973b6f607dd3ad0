package io.cybervpn.application.provisioning.port;

import io.cybervpn.domain.provisioning.model.PanelUser;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;

/** When the panel last saw traffic of a user, and where. Never called in a unit of work. */
public interface PanelPresence {
    /**
     * Asks the panel. Empty when its kind does not tell such things. Fails with {@link
     * PanelUnavailable}, repeat it later.
     */
    Uni<Optional<Presence>> of(PanelUser user);

    /**
     * What the panel saw.
     *
     * @param onlineAt last traffic, as of some seconds to a minute ago; empty: never
     * @param firstConnectedAt empty: never
     * @param node the panel's reference of the node that was used last, opaque; empty: not known
     */
    record Presence(
            Optional<Instant> onlineAt,
            Optional<Instant> firstConnectedAt,
            Optional<String> node) {}
}
