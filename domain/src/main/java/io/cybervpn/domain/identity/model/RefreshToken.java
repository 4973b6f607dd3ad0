package io.cybervpn.domain.identity.model;

import java.time.Duration;
import java.time.Instant;

/**
 * One token of a session's family. It is good for one use, and for repeats of that within grace.
 */
public sealed interface RefreshToken {
    /** How long a customer's token is good, if it is not used (R231). */
    Duration LIFE = Duration.ofDays(7);

    /**
     * How long a used token may be used again: a client that lost the answer, or two tabs at once,
     * are no thieves.
     */
    Duration GRACE = Duration.ofSeconds(10);

    /** Not used yet. */
    record Fresh(TokenHash hash, Instant issuedAt, Instant expiresAt) implements RefreshToken {}

    /**
     * Used.
     *
     * @param usedAt the first use
     */
    record Used(TokenHash hash, Instant issuedAt, Instant expiresAt, Instant usedAt)
            implements RefreshToken {}

    /** What it is known by. */
    TokenHash hash();

    /** When it was given out. */
    Instant issuedAt();

    /** From when on it is worth nothing. */
    Instant expiresAt();

    /** A token given out now. */
    static Fresh issue(TokenHash hash, Instant now) {
        return issue(hash, now, now.plus(LIFE));
    }

    /** A token given out now that is worth nothing from {@code end} on. */
    static Fresh issue(TokenHash hash, Instant now, Instant end) {
        return new Fresh(hash, now, end);
    }
}
