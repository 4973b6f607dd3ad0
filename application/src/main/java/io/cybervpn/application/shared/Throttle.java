package io.cybervpn.application.shared;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;

/**
 * Token buckets shared by all instances: calls come as they like, on average no more than so many.
 * When the shared buckets are away each instance has its own, so that calls go on to be limited and
 * nobody is locked out by an outage.
 */
public interface Throttle {
    /**
     * A bucket.
     *
     * @param name of what is limited and of whom; of any length, kept as its hash alone
     * @param capacity calls at once, 1 or more; an empty bucket is full again after {@code window}
     * @param window 1 ms or more
     */
    record Bucket(String name, int capacity, Duration window) {}

    /**
     * Whether a call may go on.
     *
     * @param tightest the bucket with the fewest tokens
     * @param remaining its whole tokens now
     * @param retryAfter when it may be tried again; zero if it may go on
     */
    record Verdict(Bucket tightest, int remaining, Duration retryAfter) {
        /** It may go on. */
        public boolean allowed() {
            return retryAfter.isZero();
        }

        /** When the tightest bucket is full again. */
        public Duration untilFull() {
            return tightest.window()
                    .multipliedBy(tightest.capacity() - remaining)
                    .dividedBy(tightest.capacity());
        }
    }

    /** Takes a token from each of the buckets, one or more, or from none. Never fails. */
    Uni<Verdict> take(List<Bucket> buckets);
}
