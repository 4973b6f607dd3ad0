package io.cybervpn.infrastructure.identity.valkey;

import io.cybervpn.application.identity.port.RateLimits;
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
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/**
 * Fixed windows in Valkey, one step per attempt. When it does not answer at once, this instance
 * counts for itself and leaves it alone for some seconds.
 */
@Singleton
final class ValkeyRateLimits implements RateLimits {
    private static final Logger LOG = Logger.getLogger(ValkeyRateLimits.class);

    /** Counting and setting the end of the window is one step, or a window might never end. */
    private static final String COUNT =
            """
            local count = redis.call('INCR', KEYS[1])
            if count == 1 then redis.call('PEXPIRE', KEYS[1], ARGV[1]) end
            return {count, redis.call('PTTL', KEYS[1])}""";

    private static final Duration PATIENCE = Duration.ofMillis(300);
    private static final Duration LEFT_ALONE = Duration.ofSeconds(5);
    private static final int KEY_BYTES = 16;

    private final ReactiveRedisDataSource valkey;
    private final Clock clock;
    private final LocalRateLimits local = new LocalRateLimits();
    private final AtomicReference<Instant> leftAloneUntil = new AtomicReference<>(Instant.MIN);

    @Inject
    ValkeyRateLimits(ReactiveRedisDataSource valkey, Clock clock) {
        this.valkey = valkey;
        this.clock = clock;
    }

    @Override
    public Uni<Verdict> take(Rule rule, String subject) {
        String key = "limit:" + rule.name() + ":" + shortened(subject);
        if (clock.instant().isBefore(leftAloneUntil.get())) {
            return takeLocally(key, rule);
        }
        return Uni.createFrom()
                .deferred(() -> count(key, rule))
                .map(answer -> verdict(answer, rule))
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .onFailure(Exception.class)
                .recoverWithUni(failure -> goOnWithout(failure, key, rule));
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

    private Uni<Verdict> goOnWithout(Throwable failure, String key, Rule rule) {
        LOG.warnf("rate limits are counted by this instance alone for now: %s", failure);
        leftAloneUntil.set(clock.instant().plus(LEFT_ALONE));
        return takeLocally(key, rule);
    }

    private Uni<Verdict> takeLocally(String key, Rule rule) {
        return Uni.createFrom().item(() -> local.take(key, rule, clock.instant()));
    }

    /** A subject is the caller's text: of any length, and nothing to be kept in clear. */
    private static String shortened(String subject) {
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
