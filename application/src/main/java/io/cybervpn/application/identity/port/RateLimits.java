package io.cybervpn.application.identity.port;

import io.smallrye.mutiny.Uni;
import java.time.Duration;

/**
 * Counts attempts over all instances. When the shared counter is away each instance counts for
 * itself: attempts go on to be limited, and nobody is locked out by an outage.
 */
public interface RateLimits {
    /**
     * How often.
     *
     * @param name of what is limited, such as {@code login-address}
     * @param permits attempts per window, 1 or more
     * @param window counted from the first attempt
     */
    record Rule(String name, int permits, Duration window) {}

    /** Whether an attempt may go on. */
    sealed interface Verdict {
        /** It may. */
        record Allowed() implements Verdict {}

        /** It may not, before so much time has passed. */
        record Exceeded(Duration retryAfter) implements Verdict {}
    }

    /** Counts one attempt of a subject: an address or an e-mail. Never fails. */
    Uni<Verdict> take(Rule rule, String subject);
}
