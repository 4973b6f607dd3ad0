package io.cybervpn.infrastructure.identity.valkey;

import io.cybervpn.application.identity.port.RateLimits;
import io.cybervpn.infrastructure.shared.Patience;
import io.cybervpn.infrastructure.shared.ValkeySettings;
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
import java.util.HexFormat;

/**
 * Fixed windows in Valkey, one step per attempt. When it does not answer at once, this instance
 * counts for itself and leaves it alone for some seconds.
 */
@Singleton
final class ValkeyRateLimits implements RateLimits {
    /** Counting and setting the end of the window is one step, or a window might never end. */
    private static final String COUNT =
            """
            local count = redis.call('INCR', KEYS[1])
            if count == 1 then redis.call('PEXPIRE', KEYS[1], ARGV[1]) end
            return {count, redis.call('PTTL', KEYS[1])}""";

    private static final Duration LEFT_ALONE = Duration.ofSeconds(5);
    private static final int KEY_BYTES = 16;

    private final ReactiveRedisDataSource valkey;
    private final Clock clock;
    private final LocalRateLimits local = new LocalRateLimits();
    private final Patience patience;

    @Inject
    ValkeyRateLimits(ReactiveRedisDataSource valkey, Clock clock, ValkeySettings settings) {
        this.valkey = valkey;
        this.clock = clock;
        this.patience =
                new Patience(
                        settings, LEFT_ALONE, "rate limits are counted by this instance alone");
    }

    @Override
    public Uni<Verdict> take(Rule rule, String subject) {
        String key = "limit:" + rule.name() + ":" + shortened(subject);
        return patience.ask(
                () -> count(key, rule).map(answer -> verdict(answer, rule)),
                () -> takeLocally(key, rule));
    }

    private Uni<Response> count(String key, Rule rule) {
        return valkey.execute("EVAL", COUNT, "1", key, String.valueOf(rule.window().toMillis()));
    }

    private static Verdict verdict(Response answer, Rule rule) {
        long count = answer.get(0).toLong();
        long millisLeft = Math.max(1, answer.get(1).toLong());
        return count <= rule.permits()
                ? new Verdict.Allowed()
                : new Verdict.Exceeded(Duration.ofMillis(millisLeft));
    }

    private Uni<Verdict> takeLocally(String key, Rule rule) {
        return Uni.createFrom().item(() -> local.take(key, rule, clock.instant()));
    }

    /** A subject is the caller's text: of any length, and nothing to be kept in clear. */
    static String shortened(String subject) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(subject.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, KEY_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
