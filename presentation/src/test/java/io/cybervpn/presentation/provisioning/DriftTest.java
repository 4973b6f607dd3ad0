package io.cybervpn.presentation.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.cybervpn.application.subscription.RunBulkJobs;
import io.cybervpn.presentation.provisioning.Customers.Customer;
import io.cybervpn.sandbox.http.Fault;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Staff see how a panel differs and what it refused, and have many brought to it again. */
@QuarkusTest
class DriftTest extends SecondPanel {
    @Inject RunBulkJobs runBulkJobs;

    private JsonPath drift() {
        return asAdmin().get(PANELS + id + "/drift").then().statusCode(200).extract().jsonPath();
    }

    private void change(Customer customer, Map<String, Object> fields) {
        second.panel().faults().add(Fault.of(Fault.Kind.HOLD_WEBHOOKS, 0));
        JsonObject user = second.panel().users().byUsername(nameOf(customer)).orElseThrow().copy();
        fields.forEach(user::put);
        second.panel().users().restore(user);
    }

    private Customer there() {
        Customer customer = customers.paid(GROUP);
        customers.awaitStatus(customer.access(), "ready");
        return customer;
    }

    private String sync(List<UUID> ids) {
        return asStaff()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("action", "sync", "ids", ids))
                .post("/api/v1/admin/bulk-actions")
                .then()
                .statusCode(202)
                .extract()
                .path("jobId");
    }

    private void awaitDone(String job) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> {
                            runBulkJobs
                                    .execute(new RunBulkJobs.Command(100))
                                    .await()
                                    .indefinitely();
                            return asAdmin()
                                    .get("/api/v1/admin/jobs/" + job)
                                    .jsonPath()
                                    .getString("state")
                                    .equals("done");
                        });
    }

    @Test
    void what_differs_is_told_by_kind_and_mended_by_a_sync_of_many() {
        atWork();
        Customer drifted = there();
        Customer asWanted = there();
        change(drifted, Map.of("trafficLimitBytes", 1, "hwidDeviceLimit", 9));

        JsonPath drift = drift();

        assertThat(drift.getLong("users")).isEqualTo(2);
        assertThat(drift.getLong("ready")).isEqualTo(2);
        assertThat(drift.getMap("differences")).isEqualTo(Map.of("differs", 1));
        assertThat(drift.getMap("fields")).isEqualTo(Map.of("devices", 1, "traffic", 1));
        assertThat(drift.getString("rows[0].subscriptionId"))
                .isEqualTo(drifted.access().value().toString());
        UUID stranger = UUID.randomUUID();

        String job = sync(List.of(drifted.access().value(), asWanted.access().value(), stranger));
        awaitDone(job);

        asAdmin()
                .get("/api/v1/admin/jobs/" + job + "/rows")
                .then()
                .body("items[0].state", equalTo("done"))
                .body("items[0].code", nullValue())
                .body("items[2].code", equalTo("access_not_found"));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> drift().getMap("differences").isEmpty());
    }

    @Test
    void what_is_parked_is_told_with_its_reason_and_retried_in_bulk() {
        atWork();
        Customer customer = there();
        pool.preparedQuery(
                        "update access set status = 'parked', last_error = 'no such squad', attempts = 1,"
                                + " next_attempt_at = null where id = $1")
                .execute(Tuple.of(customer.access().value()))
                .await()
                .indefinitely();

        JsonPath drift = drift();

        assertThat(drift.getLong("parked")).isEqualTo(1);
        assertThat(drift.getMap("differences")).isEmpty();
        assertThat(drift.getString("parkedRows[0].reason")).isEqualTo("no such squad");
        awaitDone(sync(List.of(customer.access().value())));
        customers.awaitStatus(customer.access(), "ready");
        assertThat(drift().getLong("parked")).isZero();
    }

    @Test
    void a_panel_that_is_off_silent_or_not_there_is_said_to_be() {
        asAdmin()
                .get(PANELS + id + "/drift")
                .then()
                .statusCode(409)
                .body("code", equalTo("panel_off"));
        asAdmin().get(PANELS + UUID.randomUUID() + "/drift").then().statusCode(404);
        atWork();
        second.panel().faults().add(Fault.of(Fault.Kind.DROP_BEFORE, 0));
        asAdmin()
                .get(PANELS + id + "/drift")
                .then()
                .statusCode(503)
                .body("code", equalTo("panel_unavailable"));
    }
}
