package io.cybervpn.presentation.schedule;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.cybervpn.application.schedule.port.ScheduledTasks;
import io.cybervpn.presentation.identity.Logins;
import io.cybervpn.presentation.shared.Customers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** R177–R188 in the hands of staff: what the clock starts, when, what came of it, and now. */
@QuarkusTest
class ScheduleApiTest {
    private static final String SCHEDULES = "/api/v1/admin/schedules";
    private static final String TASK = "schedule.forget-runs";
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @Inject Customers customers;
    @Inject ScheduledTasks tasks;

    private static RequestSpecification staff() {
        return given().auth().oauth2(Logins.admin()).header("X-Reason", "a test");
    }

    private static String field(String name) {
        return "items.find { it.task == '" + TASK + "' }." + name;
    }

    private static JsonPath list() {
        return staff().get(SCHEDULES).then().statusCode(200).extract().jsonPath();
    }

    @Test
    void every_task_is_there_with_its_rhythm_and_its_next_moment() {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(list().getList("items.task", String.class))
                                        .contains(
                                                "subscription.expire",
                                                "renewal.run",
                                                "ledger.prove",
                                                "audit.prove",
                                                TASK));
        staff().get(SCHEDULES)
                .then()
                .body("items.rhythm", hasItems("every PT10S", "every PT1H"))
                .body(field("nextAt"), notNullValue());
    }

    @Test
    void the_manual_names_every_task() throws IOException {
        String manual = Files.readString(Path.of("..", "docs", "operations.md"));

        assertThat(tasks.all())
                .extracting(task -> task.task().text())
                .allSatisfy(
                        name ->
                                assertThat(manual)
                                        .containsAnyOf(
                                                "`" + name + "`",
                                                "`" + name.substring(name.indexOf('.')) + "`"));
    }

    @Test
    void staff_run_a_task_now_and_see_the_run() {
        await().atMost(PATIENCE).until(() -> list().getString(field("rhythm")) != null);
        Instant before = Instant.now();

        staff().post(SCHEDULES + "/" + TASK + "/run").then().statusCode(202);

        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(list().getString(field("last.endedAt")))
                                        .isNotNull()
                                        .satisfies(
                                                ended ->
                                                        assertThat(Instant.parse(ended))
                                                                .isAfter(before)));
        staff().get(SCHEDULES + "/" + TASK + "/runs?limit=1")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(1))
                .body("items[0].outcome", equalTo("done"))
                .body("items[0].instance", notNullValue())
                .body("nextCursor", notNullValue());
    }

    @Test
    void a_task_is_held_back_and_let_go() {
        String paused = "identity.forget-sessions";
        String at = "items.find { it.task == '" + paused + "' }.pausedAt";
        await().atMost(PATIENCE)
                .until(() -> list().getList("items.task", String.class).contains(paused));
        staff().post(SCHEDULES + "/" + paused + "/pause").then().statusCode(202);
        try {
            staff().get(SCHEDULES).then().body(at, notNullValue());
        } finally {
            staff().post(SCHEDULES + "/" + paused + "/resume").then().statusCode(202);
        }
        staff().get(SCHEDULES).then().body(at, nullValue());
    }

    @Test
    void what_is_not_there_or_says_no_reason_changes_nothing() {
        staff().post(SCHEDULES + "/nobody.knows/run").then().statusCode(404);
        staff().post(SCHEDULES + "/No-Name/run").then().statusCode(404);
        staff().get(SCHEDULES + "/" + TASK + "/runs?cursor=x").then().statusCode(400);
        given().auth()
                .oauth2(Logins.admin())
                .post(SCHEDULES + "/" + TASK + "/run")
                .then()
                .statusCode(400)
                .body("code", equalTo("reason_required"));
        customers.someone().asks().get(SCHEDULES).then().statusCode(403);
    }
}
