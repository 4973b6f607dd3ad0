package io.cybervpn.infrastructure.identity.valkey;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.identity.port.RateLimits.Rule;
import io.cybervpn.application.identity.port.RateLimits.Verdict;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What happens while the shared counters are away. Presentation's tests count in a real one. */
class ValkeyRateLimitsTest {
    private static final Rule TWICE = new Rule("test", 2, Duration.ofMinutes(1));
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-01-31T10:00:00Z"), ZoneOffset.UTC);

    private final AtomicInteger asked = new AtomicInteger();

    private ValkeyRateLimits limits(Supplier<Uni<?>> answer) {
        ReactiveRedisDataSource valkey =
                (ReactiveRedisDataSource)
                        Proxy.newProxyInstance(
                                getClass().getClassLoader(),
                                new Class<?>[] {ReactiveRedisDataSource.class},
                                (_, _, _) -> {
                                    asked.incrementAndGet();
                                    return answer.get();
                                });
        return new ValkeyRateLimits(valkey, CLOCK, () -> Duration.ofMillis(300));
    }

    private static Verdict take(ValkeyRateLimits limits, String subject) {
        return limits.take(TWICE, subject).await().atMost(Duration.ofSeconds(5));
    }

    @Test
    void without_the_shared_counter_this_instance_counts_for_itself() {
        ValkeyRateLimits limits =
                limits(() -> Uni.createFrom().failure(new IOException("connection refused")));
        assertThat(take(limits, "192.0.2.1")).isEqualTo(new Verdict.Allowed());
        assertThat(take(limits, "192.0.2.1")).isEqualTo(new Verdict.Allowed());
        assertThat(take(limits, "192.0.2.1"))
                .isEqualTo(new Verdict.Exceeded(Duration.ofMinutes(1)));
        assertThat(take(limits, "192.0.2.2")).isEqualTo(new Verdict.Allowed());
    }

    @Test
    void one_that_does_not_answer_is_asked_once_and_then_left_alone_for_a_while() {
        ValkeyRateLimits limits = limits(() -> Uni.createFrom().nothing());
        assertThat(take(limits, "192.0.2.1")).isEqualTo(new Verdict.Allowed());
        assertThat(take(limits, "192.0.2.1")).isEqualTo(new Verdict.Allowed());
        assertThat(asked).hasValue(1);
    }

    @Test
    void a_local_window_ends() {
        LocalRateLimits local = new LocalRateLimits();
        Instant start = CLOCK.instant();
        local.take("key", TWICE, start);
        local.take("key", TWICE, start);
        assertThat(local.take("key", TWICE, start.plusSeconds(59)))
                .isEqualTo(new Verdict.Exceeded(Duration.ofSeconds(1)));
        assertThat(local.take("key", TWICE, start.plusSeconds(60)))
                .isEqualTo(new Verdict.Allowed());
    }

    @Test
    void memory_is_bounded() {
        LocalRateLimits local = new LocalRateLimits();
        for (int i = 0; i < 25_000; i++) {
            assertThat(local.take("key" + i, TWICE, CLOCK.instant()))
                    .isEqualTo(new Verdict.Allowed());
        }
    }
}
