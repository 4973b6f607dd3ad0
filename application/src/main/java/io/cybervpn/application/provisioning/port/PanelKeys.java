package io.cybervpn.application.provisioning.port;

import io.cybervpn.domain.provisioning.model.PanelUser;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** The keys of a panel's user. Never called in a unit of work. */
public interface PanelKeys {
    /**
     * Gives the user new keys and a new link of the panel's; the old ones connect nobody any more.
     * Each call makes others, so one whose answer was lost may be repeated. Fails with {@link
     * PanelUnavailable} (outcome unknown) or {@link PanelRefused}.
     *
     * @return the user as the panel holds it afterwards; empty when the panel has no such user
     */
    Uni<Optional<PanelUser>> renew(PanelUser user);
}
