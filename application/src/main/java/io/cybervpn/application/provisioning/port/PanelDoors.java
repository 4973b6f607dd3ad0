package io.cybervpn.application.provisioning.port;

import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.model.PanelUser;
import io.cybervpn.domain.provisioning.model.SshKey;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/**
 * How customers go in to what a panel gives them that is no VPN. Never called in a unit of work.
 * Calls fail with {@link PanelUnavailable} or {@link PanelRefused}.
 */
public interface PanelDoors {
    /** The way in; empty where there is none, as of a VPN, whose link is all there is. */
    Uni<Optional<ServiceDoor>> of(AccessId access, PanelUser user);

    /**
     * Gives another password, from when on the one before opens nothing. It is kept nowhere here.
     *
     * @return the password; empty where there is none to give
     */
    Uni<Optional<String>> resetCredential(AccessId access, PanelUser user);

    /**
     * Lets in whoever has the private key of this one, and no other key. Repeatable.
     *
     * @return false where there is nothing that takes keys
     */
    default Uni<Boolean> setSshKey(AccessId access, PanelUser user, SshKey key) {
        return Uni.createFrom().item(false);
    }
}
