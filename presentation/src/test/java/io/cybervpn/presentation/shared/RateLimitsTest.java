package io.cybervpn.presentation.shared;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.matchesPattern;

import io.cybervpn.application.shared.Throttle;
import io.cybervpn.application.shared.Throttle.Bucket;
import io.cybervpn.application.shared.Throttle.Verdict;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** R241: buckets in Valkey, and what answers say of them. */
@QuarkusTest
class RateLimitsTest {
    @Inject Throttle throttle;
    @Inject RedisDataSource valkey;

    private final String name = "test:" + UUID.randomUUID();

    @Test
    void every_answer_says_what_is_left() {
        given().get("/api/v1/plans")
                .then()
                .statusCode(200)
                .header("RateLimit-Policy", matchesPattern("\"read\";q=\\d+;w=60"))
                .header("RateLimit", matchesPattern("\"read\";r=\\d+;t=\\d+"));
        given().get("/api/v1/me")
                .then()
                .statusCode(401)
                .header("RateLimit", matchesPattern("\"read\";r=\\d+;t=\\d+"));
        given().contentType("application/json")
                .body("{}")
                .post("/api/v1/auth/login")
                .then()
                .header("RateLimit-Policy", matchesPattern("\"auth\";.*"));
    }

    @Test
    void of_calls_at_once_no_more_pass_than_the_bucket_holds() {
        Bucket bucket = new Bucket(name, 10, Duration.ofHours(1));
        List<Verdict> verdicts =
                IntStream.range(0, 40).parallel().mapToObj(_ -> take(bucket)).toList();

        assertThat(verdicts).filteredOn(Verdict::allowed).hasSize(10);
        assertThat(verdicts)
                .filteredOn(verdict -> !verdict.allowed())
                .allMatch(verdict -> verdict.retryAfter().toMinutes() < 7);
    }

    @Test
    void a_bucket_fills_up_and_the_tightest_decides() {
        Bucket wide = new Bucket(name + ":wide", 1000, Duration.ofHours(1));
        Bucket narrow = new Bucket(name + ":narrow", 2, Duration.ofHours(1));

        assertThat(take(wide, narrow).tightest()).isEqualTo(narrow);
        assertThat(take(wide, narrow).remaining()).isZero();
        Verdict refused = take(wide, narrow);
        assertThat(refused.allowed()).isFalse();
        assertThat(refused.retryAfter()).isBetween(Duration.ofMinutes(29), Duration.ofMinutes(31));
        assertThat(take(wide).remaining()).isEqualTo(997);
    }

    @Test
    void names_are_not_kept_in_clear() {
        assertThat(take(new Bucket(name, 5, Duration.ofMinutes(1))).allowed()).isTrue();
        assertThat(valkey.key().keys("*" + name + "*")).isEmpty();
    }

    private Verdict take(Bucket... buckets) {
        return throttle.take(List.of(buckets)).await().indefinitely();
    }
}
