package io.cybervpn.presentation.provisioning;

import static io.restassured.RestAssured.given;

import io.cybervpn.presentation.identity.Logins;
import io.cybervpn.presentation.provisioning.Customers.Customer;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A panel that is kept by hand, added by staff while the shop runs. */
abstract class HandKept {
    static final String TASKS = "/api/v1/admin/tasks";

    private static final String PANELS = "/api/v1/admin/panels/";

    @Inject Customers customers;
    @Inject Pool pool;

    /** Only this panel offers it. */
    String group;

    String panel;

    @BeforeEach
    void a_panel_is_kept_by_hand() {
        group = "Office " + UUID.randomUUID();
        panel = added(group);
    }

    @AfterEach
    void it_goes_away_again() {
        switchOff(panel);
    }

    static String added(String group) {
        String id =
                asStaff()
                        .body(
                                Map.of(
                                        "name",
                                        "hands " + UUID.randomUUID(),
                                        "kind",
                                        "manual",
                                        "groups",
                                        Map.of(group, "order it at the exchange")))
                        .post(PANELS)
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        edit(id, Map.of("state", "active"));
        return id;
    }

    void switchOff(String id) {
        edit(id, Map.of("state", "off"));
        for (String table : new String[] {"access", "staff_task", "manual_service"}) {
            pool.preparedQuery("delete from " + table + " where panel_id = $1")
                    .execute(Tuple.of(UUID.fromString(id)))
                    .await()
                    .indefinitely();
        }
    }

    static void edit(String id, Map<String, Object> changes) {
        Map<String, Object> body = new HashMap<>(changes);
        body.put("version", asAdmin().get(PANELS + id).path("version"));
        asStaff().body(body).patch(PANELS + id).then().statusCode(200);
    }

    /** The open task of a customer, as soon as it is as wished. */
    JsonPath task(Customer customer, Predicate<JsonPath> wish) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> open(customer), found -> found != null && wish.test(found));
    }

    private static JsonPath open(Customer customer) {
        String id =
                asAdmin()
                        .get(TASKS + "?limit=200")
                        .then()
                        .statusCode(200)
                        .extract()
                        .path(
                                "items.find { it.subscriptionId == '"
                                        + customer.access().value()
                                        + "' }?.id");
        return id == null ? null : shown(id);
    }

    static JsonPath shown(String id) {
        return asAdmin().get(TASKS + "/" + id).then().statusCode(200).extract().jsonPath();
    }

    static Predicate<JsonPath> ofKind(String kind) {
        return task -> task.getString("kind").equals(kind);
    }

    static ValidatableResponse completed(JsonPath task, Map<String, Object> given) {
        Map<String, Object> body = new HashMap<>(given);
        body.put("version", task.getLong("version"));
        return asAdmin().body(body).post(TASKS + "/" + task.getString("id") + "/complete").then();
    }

    static JsonPath handover(Customer customer) {
        return customer.asks()
                .get(customer.path("access"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    static RequestSpecification asStaff() {
        return asAdmin().header("X-Reason", "a test of fulfilment by hand");
    }

    static RequestSpecification asAdmin() {
        return given().auth().oauth2(Logins.admin()).contentType(ContentType.JSON);
    }
}
