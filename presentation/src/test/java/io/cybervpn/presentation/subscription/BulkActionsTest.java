package io.cybervpn.presentation.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.cybervpn.application.subscription.RunBulkJobs;
import io.cybervpn.presentation.identity.Logins;
import io.cybervpn.presentation.identity.StaffMembers;
import io.cybervpn.presentation.shared.Pumps;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One deed with many: told beforehand, done row by row, each once, by any number of instances. */
@QuarkusTest
class BulkActionsTest {
    private static final String BASIC = "019b0000-0000-7000-8000-000000000011";
    private static final String BULK = "/api/v1/admin/bulk-actions";

    @Inject StaffMembers staff;
    @Inject RunBulkJobs runBulkJobs;
    @Inject Pumps pumps;
    @Inject Pool pool;

    private StaffMembers.Member admin;

    @BeforeEach
    void somebody_comes() {
        admin = staff.withRole("admin");
        pumps.rest();
    }

    @AfterEach
    void all_goes_on() {
        pumps.work();
    }

    private static String customer() {
        JsonPath json = Logins.register(Logins.freshEmail()).extract().jsonPath();
        return json.getString("account.id");
    }

    private static String json(List<String> ids) {
        return ids.stream().collect(Collectors.joining("\",\"", "[\"", "\"]"));
    }

    private ValidatableResponse start(String key, String body) {
        return admin.decides().header("Idempotency-Key", key).body(body).post(BULK).then();
    }

    private void work() {
        runBulkJobs.execute(new RunBulkJobs.Command(100)).await().indefinitely();
    }

    private long days(String customer) {
        return pool.preparedQuery(
                        "select coalesce(sum(days), 0) as x from subscription_grant g join"
                                + " subscription s on s.id = g.subscription_id where s.account_id = $1")
                .execute(Tuple.of(UUID.fromString(customer)))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong("x");
    }

    @Test
    void a_grant_for_many_is_told_beforehand_and_done_once_for_each() {
        List<String> customers = IntStream.range(0, 6).mapToObj(_ -> customer()).toList();
        String body =
                "{\"action\":\"grant\",\"planId\":\"%s\",\"days\":3,\"ids\":%s,\"dryRun\":%s}";
        String nobody = UUID.randomUUID().toString();
        List<String> all =
                IntStream.range(0, 7).mapToObj(i -> i < 6 ? customers.get(i) : nobody).toList();
        start("dry", body.formatted(BASIC, json(all), true))
                .statusCode(200)
                .body("count", equalTo(7))
                .body("sample", hasSize(7))
                .body("jobId", nullValue());
        String key = UUID.randomUUID().toString();
        String real = body.formatted(BASIC, json(all), false);
        String job = start(key, real).statusCode(202).extract().path("jobId");
        start(key, real).statusCode(202).body("jobId", equalTo(job));
        start(key, real.replace("\"days\":3", "\"days\":4")).statusCode(422);
        admin.asks().get("/api/v1/admin/jobs/" + job).then().body("waiting", equalTo(7));

        IntStream.range(0, 4)
                .mapToObj(_ -> CompletableFuture.runAsync(this::work))
                .toList()
                .forEach(CompletableFuture::join);
        await().atMost(Duration.ofSeconds(30)).until(() -> isDone(job));

        customers.forEach(one -> assertThat(days(one)).isEqualTo(3));
        admin.asks()
                .get("/api/v1/admin/jobs/" + job)
                .then()
                .body("done", equalTo(6))
                .body("refused", equalTo(1))
                .body("createdBy", equalTo(admin.id().value().toString()));
        admin.asks()
                .get("/api/v1/admin/jobs/" + job + "/rows?state=refused&limit=5")
                .then()
                .body("items", hasSize(1))
                .body("items[0].subject", equalTo(nobody))
                .body("items[0].code", equalTo("user_not_found"))
                .body("nextCursor", nullValue());
    }

    private boolean isDone(String job) {
        work();
        return admin.asks()
                .get("/api/v1/admin/jobs/" + job)
                .jsonPath()
                .getString("state")
                .equals("done");
    }

    @Test
    void a_stopped_job_leaves_the_rest_undone_and_bad_input_begins_nothing() {
        String one = customer();
        String job =
                start(
                                UUID.randomUUID().toString(),
                                "{\"action\":\"reset_trial\",\"ids\":%s}"
                                        .formatted(json(List.of(one))))
                        .statusCode(202)
                        .extract()
                        .path("jobId");
        admin.decides().post("/api/v1/admin/jobs/" + job + "/cancel").then().statusCode(204);
        work();
        admin.asks()
                .get("/api/v1/admin/jobs/" + job)
                .then()
                .body("state", equalTo("cancelled"))
                .body("cancelled", equalTo(1));
        for (String bad :
                List.of(
                        "{\"action\":\"nonsense\",\"filter\":{}}",
                        "{\"action\":\"terminate\"}",
                        "{\"action\":\"extend\",\"filter\":{},\"days\":0}",
                        "{\"action\":\"suspend\",\"filter\":{}}",
                        "{\"action\":\"grant\",\"filter\":{},\"days\":3}",
                        "{\"action\":\"terminate\",\"filter\":{\"status\":[\"odd\"]}}")) {
            start(UUID.randomUUID().toString(), bad).statusCode(400);
        }
        staff.withRole("support")
                .decides()
                .header("Idempotency-Key", "k")
                .body("{\"action\":\"terminate\",\"filter\":{}}")
                .post(BULK)
                .then()
                .statusCode(403);
        admin.asks().get("/api/v1/admin/jobs/" + UUID.randomUUID()).then().statusCode(404);
    }
}
