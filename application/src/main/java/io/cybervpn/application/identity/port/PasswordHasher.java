package io.cybervpn.application.identity.port;

import io.cybervpn.domain.identity.model.Password;
import io.smallrye.mutiny.Uni;
import java.time.Duration;

/**
 * Turns passwords into hashes that are slow to guess. The work is done by few threads, and only so
 * much of it may wait; the caller's thread is never blocked. Never call in a unit of work.
 */
public interface PasswordHasher {
    /** What came of hashing. */
    sealed interface Hashed {
        /** The hash, with its salt and parameters in it. */
        record Done(String hash) implements Hashed {}

        /** Too much waits already; nothing was done. */
        record Busy(Duration retryAfter) implements Hashed {}
    }

    /** What came of a comparison. */
    sealed interface Verified {
        /** The password is the one. */
        record Match() implements Verified {}

        /** It is not. */
        record Mismatch() implements Verified {}

        /** Too much waits already; nothing was compared. */
        record Busy(Duration retryAfter) implements Verified {}
    }

    /** Hashes with a new salt. */
    Uni<Hashed> hash(Password password);

    /** Compares with a hash of ours. */
    Uni<Verified> verify(Password password, String hash);

    /** Whether a hash of ours costs a guesser less than a new one would. No work. */
    boolean isOutdated(String hash);

    /** Does the same work as {@link #verify} and never matches: for accounts that are not there. */
    Uni<Verified> verifyNothing(Password password);
}
