package io.cybervpn.infrastructure.shared;

import io.cybervpn.application.shared.Throttle.Bucket;
import io.cybervpn.application.shared.Throttle.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Buckets in this instance's memory, at most so many; the one longest not used goes first. */
final class LocalBuckets {
    private static final int BUCKETS_MAX = 20_000;

    /**
     * Microseconds of refilling that a bucket holds: whole numbers, where tokens would be
     * fractions.
     */
    private record Level(long micros, Instant at) {}

    private final Map<String, Level> levels =
            new LinkedHashMap<>(1024, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Level> eldest) {
                    return size() > BUCKETS_MAX;
                }
            };

    synchronized Verdict take(List<Bucket> buckets, Instant now) {
        boolean allowed = buckets.stream().allMatch(bucket -> level(bucket, now) >= price(bucket));
        Verdict tightest = take(buckets.getFirst(), now, allowed);
        for (Bucket bucket : buckets.subList(1, buckets.size())) {
            tightest = tighter(tightest, take(bucket, now, allowed));
        }
        return tightest;
    }

    static Verdict tighter(Verdict one, Verdict other) {
        int waits = one.retryAfter().compareTo(other.retryAfter());
        boolean first = waits > 0 || waits == 0 && one.remaining() <= other.remaining();
        return first ? one : other;
    }

    private Verdict take(Bucket bucket, Instant now, boolean allowed) {
        long before = level(bucket, now);
        long after = allowed ? before - price(bucket) : before;
        levels.put(bucket.name(), new Level(after, now));
        long missing = allowed ? 0 : Math.max(0, price(bucket) - before);
        return new Verdict(
                bucket, (int) (after / price(bucket)), Duration.of(missing, ChronoUnit.MICROS));
    }

    private long level(Bucket bucket, Instant now) {
        long full = micros(bucket.window());
        Level level = levels.get(bucket.name());
        return level == null
                ? full
                : Math.min(full, level.micros() + micros(Duration.between(level.at(), now)));
    }

    /** What a call costs: the time in which one token comes back. */
    static long price(Bucket bucket) {
        return Math.max(1, micros(bucket.window()) / bucket.capacity());
    }

    static long micros(Duration duration) {
        return TimeUnit.MICROSECONDS.convert(duration);
    }
}
