package io.cybervpn.application.provisioning.port;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;

/** Lets one instance at a time sweep. */
public interface SweepTurns {
    /**
     * Takes the turn if the last one was taken at least {@code every} ago; of many callers at once
     * exactly one gets it. Opens its own transaction.
     */
    Uni<Boolean> take(Instant now, Duration every);
}
