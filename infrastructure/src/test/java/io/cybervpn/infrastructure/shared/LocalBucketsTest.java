package io.cybervpn.infrastructure.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.shared.Throttle.Bucket;
import io.cybervpn.application.shared.Throttle.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** R241: what limits calls while Valkey is away. */
class LocalBucketsTest {
    private static final Bucket ADDRESS = new Bucket("address", 6, Duration.ofMinutes(1));
    private static final Bucket TOKEN = new Bucket("token", 2, Duration.ofMinutes(1));

    private final LocalBuckets buckets = new LocalBuckets();
    private final Instant now = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void a_bucket_gives_what_it_holds_and_fills_up_steadily() {
        for (int left = 5; left >= 0; left--) {
            assertThat(take(now, ADDRESS).remaining()).isEqualTo(left);
        }
        Verdict refused = take(now.plusSeconds(4), ADDRESS);
        assertThat(refused.allowed()).isFalse();
        assertThat(refused.retryAfter()).isEqualTo(Duration.ofSeconds(6));
        assertThat(take(now.plusSeconds(10), ADDRESS).allowed()).isTrue();
        assertThat(take(now.plusSeconds(10), ADDRESS).allowed()).isFalse();
        assertThat(take(now.plusSeconds(600), ADDRESS).remaining()).isEqualTo(5);
    }

    @Test
    void the_tightest_bucket_decides_and_a_refusal_costs_nothing() {
        assertThat(take(now, ADDRESS, TOKEN).tightest()).isEqualTo(TOKEN);
        assertThat(take(now, ADDRESS, TOKEN).allowed()).isTrue();
        assertThat(take(now, ADDRESS, TOKEN).retryAfter()).isEqualTo(Duration.ofSeconds(30));
        assertThat(take(now, ADDRESS, TOKEN).allowed()).isFalse();
        assertThat(take(now, ADDRESS).remaining()).isEqualTo(3);
    }

    private Verdict take(Instant at, Bucket... taken) {
        return buckets.take(List.of(taken), at);
    }
}
