package io.cybervpn.domain.identity.model;

import java.time.Duration;
import java.time.Instant;

/**
 * How long sessions of a kind of account last (R231).
 *
 * @param idle without a renewal; also the life of a refresh token
 * @param whole however often it is renewed
 */
public record SessionLife(Duration idle, Duration whole) {
    /** Checks that both are longer than nothing. */
    public SessionLife {
        if (!idle.isPositive() || !whole.isPositive()) {
            throw new IllegalArgumentException("a session lasts some time");
        }
    }

    /** When a session is over whatever happens. Pure. */
    public Instant endOf(Instant startedAt) {
        return startedAt.plus(whole);
    }

    /** Until when a token is good that is given out now. Pure. */
    public Instant tokenEnd(Instant startedAt, Instant now) {
        Instant idleEnd = now.plus(idle);
        Instant end = endOf(startedAt);
        return idleEnd.isBefore(end) ? idleEnd : end;
    }
}
