package io.cybervpn.application.provisioning.port;

import io.cybervpn.domain.provisioning.PanelId;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;

/** Lets one instance at a time sweep a panel. */
public interface SweepTurns {
    /**
     * Takes a panel's turn if the last one was taken at least {@code every} ago; of many callers at
     * once exactly one gets it. Opens its own transaction.
     */
    Uni<Boolean> take(PanelId panel, Instant now, Duration every);
}
