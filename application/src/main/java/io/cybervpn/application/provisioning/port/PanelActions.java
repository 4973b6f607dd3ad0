package io.cybervpn.application.provisioning.port;

import io.cybervpn.domain.provisioning.model.PanelUser;
import io.smallrye.mutiny.Uni;

/**
 * What the panel does to a user once, beside what he should be. Never called in a unit of work.
 * Every method fails with {@link PanelUnavailable} when it is not known what the panel did; each
 * may be called again.
 */
public interface PanelActions {
    /** Sets the used traffic of this period to nothing; what he used in all stays. */
    Uni<Void> resetTraffic(PanelUser user);

    /** Ends the connections that a user has now; his apps may connect again at once. */
    Uni<Dropped> dropConnections(PanelUser user);

    /** What became of the connections. */
    enum Dropped {
        /** The servers were told to end them. */
        TOLD,
        /** No server is connected, so there are none. */
        NOBODY_CONNECTED,
        /** This panel cannot do that. */
        NOT_OFFERED
    }
}
