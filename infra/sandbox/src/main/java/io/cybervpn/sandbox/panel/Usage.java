package io.cybervpn.sandbox.panel;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** Bytes by day, node and user: what the panel's statistics are made of. */
final class Usage {

    private final List<Entry> entries = new ArrayList<>();

    /** Bytes that a user moved through a node on a day of UTC. */
    record Entry(LocalDate day, String node, long user, long bytes) {}

    void add(Entry entry) {
        entries.add(entry);
    }

    void clear() {
        entries.clear();
    }

    long total() {
        return sum(entry -> true);
    }

    long sum(Predicate<Entry> wanted) {
        return entries.stream().filter(wanted).mapToLong(Entry::bytes).sum();
    }

    /** Sums by whatever {@code by} tells, in the order of first appearance. */
    <K> Map<K, Long> sums(Predicate<Entry> wanted, Function<Entry, K> by) {
        Map<K, Long> sums = new LinkedHashMap<>();
        entries.stream()
                .filter(wanted)
                .forEach(entry -> sums.merge(by.apply(entry), entry.bytes(), Long::sum));
        return sums;
    }
}
