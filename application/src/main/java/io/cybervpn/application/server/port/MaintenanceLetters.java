package io.cybervpn.application.server.port;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.server.MaintenanceAnnounced;
import io.cybervpn.domain.server.ServerId;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Letters about maintenance on their way; each call is a statement of its own. */
public interface MaintenanceLetters {
    /**
     * A letter.
     *
     * @param announcedAt of one announcement there is one letter for each customer
     * @param expectedEnd empty text: nobody knows
     * @param attempt 1 for the first
     */
    record Letter(
            ServerId server,
            Instant announcedAt,
            AccountId account,
            String name,
            String message,
            String expectedEnd,
            int attempt) {}

    /**
     * Addresses one to each customer to whom the server is open at the moment. Repeatable: nobody
     * gets two.
     *
     * @return how many are new
     */
    Uni<Integer> address(MaintenanceAnnounced announced, Instant now);

    /** Takes letters that are due and hides them from others until the lease is over. */
    Uni<List<Letter>> claim(int limit, Instant now, Duration lease);

    /** This one is sent, or not to be sent any more. */
    Uni<Void> done(Letter letter, Instant now);

    /** Throws sent ones away; how many. */
    Uni<Integer> forget(Instant announcedBefore, int limit);
}
