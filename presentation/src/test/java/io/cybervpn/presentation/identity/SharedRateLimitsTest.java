package io.cybervpn.presentation.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.identity.port.RateLimits;
import io.cybervpn.application.identity.port.RateLimits.Rule;
import io.cybervpn.application.identity.port.RateLimits.Verdict;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** R239: the counters in the real store. */
@QuarkusTest
class SharedRateLimitsTest {
    @Inject RateLimits limits;

    private Verdict take(Rule rule, String subject) {
        return limits.take(rule, subject).await().indefinitely();
    }

    @Test
    void a_window_lets_its_permits_through_and_then_opens_again() {
        String subject = UUID.randomUUID().toString();
        Rule rule = new Rule("test", 3, Duration.ofMillis(1500));
        List<Verdict> verdicts = IntStream.range(0, 4).mapToObj(_ -> take(rule, subject)).toList();
        assertThat(verdicts.subList(0, 3)).containsOnly(new Verdict.Allowed());
        assertThat(verdicts.getLast())
                .isInstanceOfSatisfying(
                        Verdict.Exceeded.class,
                        exceeded ->
                                assertThat(exceeded.retryAfter())
                                        .isBetween(Duration.ofMillis(1), rule.window()));
        assertThat(take(rule, subject + " of another")).isEqualTo(new Verdict.Allowed());
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> take(rule, subject), new Verdict.Allowed()::equals);
    }
}
