package io.cybervpn.application.proof.port;

import io.cybervpn.application.shared.Difference;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Holds what was paid for against what is wanted from the panel, in the database alone. */
public interface PaidDays {
    /** How many subscriptions there are. */
    Uni<Long> subscriptions();

    /**
     * Every broken rule, seen at one moment.
     *
     * @param now what changed after {@code now - grace} may still be followed up
     * @param limit how many at most per rule
     */
    Uni<List<Difference>> differences(Instant now, Duration grace, int limit);
}
