package io.cybervpn.application.identity;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Lets only so many logins of this instance be under way at once. All that come together reach the
 * hash together, so its queue alone would refuse them only after everybody was looked up; after a
 * restart that kept two hundred from any answer for longer than they waited.
 */
final class Turnstile {
    /** About two seconds of hashing on two processors. */
    static final int PLACES = 48;

    static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final AtomicInteger inside = new AtomicInteger();

    /** Does it, or answers {@code full} with nothing done. */
    <T> Uni<T> pass(Supplier<Uni<T>> work, T full) {
        return Uni.createFrom().deferred(() -> enter(work, full));
    }

    private <T> Uni<T> enter(Supplier<Uni<T>> work, T full) {
        if (inside.incrementAndGet() > PLACES) {
            inside.decrementAndGet();
            return Uni.createFrom().item(full);
        }
        return Uni.createFrom().deferred(work::get).onTermination().invoke(inside::decrementAndGet);
    }
}
