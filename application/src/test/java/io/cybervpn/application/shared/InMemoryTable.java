package io.cybervpn.application.shared;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Rows by key; a unit of work that fails puts them back as they were. Rows must be immutable
 * values.
 */
public final class InMemoryTable<K, V> {
    private final Map<K, V> rows = new LinkedHashMap<>();

    public synchronized Optional<V> get(K key) {
        return Optional.ofNullable(rows.get(key));
    }

    public synchronized void put(K key, V row) {
        rows.put(key, row);
    }

    /** Like an insert under a unique key. */
    public synchronized boolean insert(K key, V row) {
        return rows.putIfAbsent(key, row) == null;
    }

    public synchronized void remove(K key) {
        rows.remove(key);
    }

    public synchronized List<V> all() {
        return List.copyOf(rows.values());
    }

    public synchronized List<V> where(Predicate<V> condition) {
        return rows.values().stream().filter(condition).toList();
    }

    synchronized Runnable snapshot() {
        Map<K, V> copy = new LinkedHashMap<>(rows);
        return () -> restore(copy);
    }

    private synchronized void restore(Map<K, V> copy) {
        rows.clear();
        rows.putAll(copy);
    }
}
