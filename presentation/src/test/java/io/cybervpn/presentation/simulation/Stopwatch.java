package io.cybervpn.presentation.simulation;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Where the time of a play goes, by the machine's own clock. From any thread. */
@Singleton
class Stopwatch {
    private final Map<String, Spent> all = new ConcurrentHashMap<>();

    private record Spent(long nanos, long times) {
        Spent plus(Spent other) {
            return new Spent(nanos + other.nanos, times + other.times);
        }
    }

    <T> T time(String what, Supplier<T> work) {
        long begun = System.nanoTime();
        try {
            return work.get();
        } finally {
            all.merge(what, new Spent(System.nanoTime() - begun, 1), Spent::plus);
        }
    }

    /** What took longest first. */
    List<String> lines() {
        return all.entrySet().stream()
                .sorted((one, other) -> Long.compare(other.getValue().nanos, one.getValue().nanos))
                .map(one -> line(one.getKey(), one.getValue()))
                .toList();
    }

    private static String line(String what, Spent spent) {
        return "%d s in %d times %s"
                .formatted(Duration.ofNanos(spent.nanos).toSeconds(), spent.times, what);
    }
}
