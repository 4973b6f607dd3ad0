package io.cybervpn.presentation.live.ws;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/** Sockets by something that they have, the oldest first. Holds nothing of what nobody has. */
final class Index<K> {
    private final Map<K, LinkedHashSet<LiveSocket>> sets = new ConcurrentHashMap<>();

    void add(K key, LiveSocket socket) {
        sets.compute(
                key,
                (_, old) -> {
                    LinkedHashSet<LiveSocket> set = old == null ? new LinkedHashSet<>(2) : old;
                    set.add(socket);
                    return set;
                });
    }

    void remove(K key, LiveSocket socket) {
        sets.computeIfPresent(
                key,
                (_, set) -> {
                    set.remove(socket);
                    return set.isEmpty() ? null : set;
                });
    }

    /** Whether anybody has it. */
    boolean has(K key) {
        return sets.containsKey(key);
    }

    /** A copy. */
    List<LiveSocket> of(K key) {
        AtomicReference<List<LiveSocket>> found = new AtomicReference<>(List.of());
        sets.computeIfPresent(
                key,
                (_, set) -> {
                    found.set(List.copyOf(set));
                    return set;
                });
        return found.get();
    }
}
