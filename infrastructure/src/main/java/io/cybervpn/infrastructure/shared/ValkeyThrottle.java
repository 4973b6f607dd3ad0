package io.cybervpn.infrastructure.shared;

import io.cybervpn.application.shared.Throttle;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Response;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Buckets in Valkey, all of a call in one step and by Valkey's own clock. A bucket is the time of
 * refilling that it holds, in microseconds. When Valkey does not answer at once, this instance uses
 * its own buckets and leaves it alone for some seconds.
 */
@Singleton
final class ValkeyThrottle implements Throttle {
    /** For each key: the window and the price of a call. Gives wait and tokens left for each. */
    private static final String TAKE =
            """
            local time = redis.call('TIME')
            local now = time[1] * 1000000 + time[2]
            local levels, waits, allowed = {}, {}, true
            for i, key in ipairs(KEYS) do
                local window, price = tonumber(ARGV[2 * i - 1]), tonumber(ARGV[2 * i])
                local state = redis.call('HMGET', key, 'm', 't')
                local level = window
                if state[1] then
                    level = math.min(window, state[1] + math.max(0, now - state[2]))
                end
                levels[i], waits[i] = level, math.max(0, price - level)
                if waits[i] > 0 then allowed = false end
            end
            local answer = {}
            for i, key in ipairs(KEYS) do
                local window, price = tonumber(ARGV[2 * i - 1]), tonumber(ARGV[2 * i])
                local level = levels[i]
                if allowed then level = level - price end
                redis.call('HSET', key, 'm', string.format('%d', level), 't', string.format('%d', now))
                redis.call('PEXPIRE', key, math.ceil(window / 1000))
                answer[2 * i - 1] = waits[i]
                answer[2 * i] = math.floor(level / price)
            end
            return answer""";

    private static final Duration LEFT_ALONE = Duration.ofSeconds(5);
    private static final int KEY_BYTES = 16;

    private final ReactiveRedisDataSource valkey;
    private final Clock clock;
    private final LocalBuckets local = new LocalBuckets();
    private final Patience patience;

    @Inject
    ValkeyThrottle(ReactiveRedisDataSource valkey, Clock clock, ValkeySettings settings) {
        this.valkey = valkey;
        this.clock = clock;
        this.patience =
                new Patience(settings, LEFT_ALONE, "calls are limited by this instance alone");
    }

    @Override
    public Uni<Verdict> take(List<Bucket> buckets) {
        return patience.ask(
                () ->
                        valkey.execute("EVAL", arguments(buckets))
                                .map(answer -> verdict(answer, buckets)),
                () -> takeLocally(buckets));
    }

    private static String[] arguments(List<Bucket> buckets) {
        List<String> arguments = new ArrayList<>();
        arguments.add(TAKE);
        arguments.add(String.valueOf(buckets.size()));
        buckets.forEach(bucket -> arguments.add("bucket:" + shortened(bucket.name())));
        for (Bucket bucket : buckets) {
            arguments.add(String.valueOf(LocalBuckets.micros(bucket.window())));
            arguments.add(String.valueOf(LocalBuckets.price(bucket)));
        }
        return arguments.toArray(String[]::new);
    }

    private static Verdict verdict(Response answer, List<Bucket> buckets) {
        Verdict tightest = verdict(answer, buckets, 0);
        for (int i = 1; i < buckets.size(); i++) {
            tightest = LocalBuckets.tighter(tightest, verdict(answer, buckets, i));
        }
        return tightest;
    }

    private static Verdict verdict(Response answer, List<Bucket> buckets, int i) {
        return new Verdict(
                buckets.get(i),
                answer.get(2 * i + 1).toInteger(),
                Duration.of(answer.get(2 * i).toLong(), ChronoUnit.MICROS));
    }

    private Uni<Verdict> takeLocally(List<Bucket> buckets) {
        return Uni.createFrom().item(() -> local.take(buckets, clock.instant()));
    }

    /** A name holds an address or a credential: nothing to be kept in clear. */
    private static String shortened(String name) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, KEY_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
