package io.cybervpn.application.provisioning;

import io.smallrye.mutiny.Uni;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/**
 * Work that many want at once and that is done once: whoever comes while it is under way waits for
 * it. What is done is forgotten, so nothing is held back here. Of several instances each does it
 * once.
 */
final class Flights<T> {
    private final ConcurrentMap<String, Uni<T>> underWay = new ConcurrentHashMap<>();

    /** Waits for the work of this key that is under way, or begins it. */
    Uni<T> join(String key, Supplier<Uni<T>> work) {
        return Uni.createFrom()
                .deferred(() -> underWay.computeIfAbsent(key, _ -> begun(key, work)));
    }

    private Uni<T> begun(String key, Supplier<Uni<T>> work) {
        return Uni.createFrom()
                .deferred(work::get)
                .onTermination()
                .invoke(() -> underWay.remove(key))
                .memoize()
                .indefinitely();
    }
}
