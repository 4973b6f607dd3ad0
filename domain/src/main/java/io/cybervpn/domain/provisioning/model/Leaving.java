package io.cybervpn.domain.provisioning.model;

import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.PanelId;
import java.time.Duration;
import java.time.Instant;

/**
 * A user who is to be removed from a panel that his access left.
 *
 * @param attempts that failed
 */
public record Leaving(AccessId access, PanelId panel, int attempts) {
    private static final Duration WAIT_MAX = Duration.ofMinutes(10);
    private static final int DOUBLINGS_MAX = 10;

    /** When it is tried again: after 1 s, 2 s, 4 s … up to ten minutes, for ever. */
    public Instant retryAt(Instant now) {
        Duration doubled = Duration.ofSeconds(1L << Math.min(attempts, DOUBLINGS_MAX));
        return now.plus(doubled.compareTo(WAIT_MAX) < 0 ? doubled : WAIT_MAX);
    }
}
