package io.cybervpn.application.provisioning.port;

import io.cybervpn.application.provisioning.ConfigFile;
import io.cybervpn.application.provisioning.ConfigRequest;
import io.cybervpn.domain.provisioning.model.PanelUser;
import io.smallrye.mutiny.Uni;

/** What stands behind the subscription link of a user. Never called in a unit of work. */
public interface VpnConfigs {
    /**
     * Fetches the configuration. Opening the link may register the client's device with the panel.
     * Fails with {@link PanelUnavailable} or {@link PanelRefused}.
     */
    Uni<Answer> fetch(PanelUser user, ConfigRequest request);

    /** What the panel gave. */
    sealed interface Answer {
        /** A configuration. */
        record Found(ConfigFile file) implements Answer {}

        /** The link is dead: the user was removed, or was given another link. */
        record Gone() implements Answer {}

        /** There is no server that the format can describe. */
        record NotOffered() implements Answer {}
    }
}
