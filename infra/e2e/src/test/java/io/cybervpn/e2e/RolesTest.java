package io.cybervpn.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.dev.ShopProcess;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Instances by role (R6, R188): one for clients and queues, one for what the clock starts. The
 * second is killed in the middle of a task; its successor takes the task over.
 */
class RolesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** Kept after a failure: the logs of the shop tell why. */
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    @Timeout(300)
    void each_instance_does_its_own_and_a_killed_scheduler_is_followed() throws Exception {
        try (var town = new Town(folder, 2, false);
                var http = HttpClient.newHttpClient()) {
            assertThat(town.start(0, role("api,worker", "shop")).alive()).isTrue();
            assertThat(town.books().number("select count(*) from schedule")).isZero();
            ShopProcess scheduler = town.start(1, role("scheduler", "clock"));
            await(
                    town,
                    "select count(*) >= 3 from schedule where last_outcome = 'done'",
                    "tasks that ran");

            assertThat(status(http, town.url(0), "/api/v1/plans")).isEqualTo(200);
            assertThat(status(http, town.url(1), "/api/v1/plans")).isEqualTo(421);
            assertThat(status(http, town.url(1), "/q/health/ready")).isEqualTo(200);
            assertThat(
                            town.books()
                                    .texts(
                                            "select distinct split_part(last_by, '/', 1) from schedule where last_by is not null"))
                    .containsExactly("clock");

            scheduler.kill();
            assertThat(town.books().texts(held())).hasSize(1);
            assertThat(town.start(1, role("scheduler", "heir")).alive()).isTrue();
            await(
                    town,
                    "select count(*) = 1 from schedule_run where task = 'subscription.expire'"
                            + " and outcome = 'lost' and run_by = 'clock/killed'",
                    "the lost run in the history");
            await(
                    town,
                    "select last_by like 'heir/%' and last_outcome = 'done' from schedule"
                            + " where task = 'subscription.expire'",
                    "the successor's run");
        }
    }

    private static Map<String, String> role(String roles, String instance) {
        return Map.of("CYBERVPN_ROLES", roles, "CYBERVPN_INSTANCE", instance);
    }

    /** What a killed instance leaves behind in the middle of a task. */
    private static String held() {
        return "update schedule set run_id = gen_random_uuid(), run_by = 'clock/killed',"
                + " run_due_at = now(), run_started_at = now(), attempts = 1,"
                + " lease_until = now() + interval '5 seconds'"
                + " where task = 'subscription.expire' returning task";
    }

    private static int status(HttpClient http, URI shop, String path) throws Exception {
        return http.send(
                        HttpRequest.newBuilder(shop.resolve(path)).build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static void await(Town town, String sql, String what) throws SQLException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!town.books().texts(sql).equals(List.of("t"))) {
            assertThat(System.nanoTime()).as(what).isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
        }
    }
}
