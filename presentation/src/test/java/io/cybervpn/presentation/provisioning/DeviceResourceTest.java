package io.cybervpn.presentation.provisioning;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.cybervpn.domain.provisioning.model.PanelUsername;
import io.cybervpn.presentation.provisioning.Customers.Customer;
import io.cybervpn.presentation.shared.ShopWorld;
import io.cybervpn.sandbox.SandboxSettings;
import io.cybervpn.sandbox.http.Fault;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** R163 and R127: devices, traffic resets and connections over REST, with a panel of 3.x behind. */
@QuarkusTest
class DeviceResourceTest {
    private static final String PROBLEM = "application/problem+json";

    @Inject Customers customers;
    @Inject Pool pool;

    @AfterEach
    void let_the_panel_be() {
        ShopWorld.sandbox().panel().faults().clear();
    }

    private static JsonObject user(Customer customer) {
        return ShopWorld.sandbox()
                .panel()
                .users()
                .byUsername(PanelUsername.of(customer.access()).text())
                .orElseThrow();
    }

    private static void connect(Customer customer, String hwid) {
        JsonObject device =
                new JsonObject()
                        .put("userId", user(customer).getLong("id"))
                        .put("hwid", hwid)
                        .put("platform", "Android")
                        .put("requestIp", "203.0.113.9");
        given().baseUri("http://127.0.0.1")
                .port(ShopWorld.sandbox().panelUrl().getPort())
                .auth()
                .oauth2(SandboxSettings.PANEL_TOKEN)
                .header("X-Forwarded-For", "127.0.0.1")
                .header("X-Forwarded-Proto", "https")
                .contentType("application/json")
                .body(device.encode())
                .post("/api/hwid/devices")
                .then()
                .statusCode(200);
    }

    private static void panelFails(Fault.Kind kind, String method, String path) {
        ShopWorld.sandbox().panel().faults().add(Fault.of(kind, 0).times(1).on(method, path));
    }

    private static Response list(Customer customer) {
        return customer.asks().get(customer.path("devices"));
    }

    private static String first(Customer customer) {
        return list(customer).path("items[0].id");
    }

    private static Response removed(Customer customer, String device) {
        return customer.asks().delete(customer.path("devices/" + device));
    }

    private RequestSpecification staff() {
        return given().auth().oauth2(customers.admin()).header("X-Reason", "he lost his phone");
    }

    private static String admin(Customer customer, String what) {
        return "/api/v1/admin/subscriptions/" + customer.access().value() + "/" + what;
    }

    private long audited(Customer customer, String action) {
        return pool.preparedQuery(
                        "select count(*) from audit_entry where action = $1 and object_id = $2"
                                + " and reason is not null")
                .execute(Tuple.of(action, customer.access().value().toString()))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }

    @Test
    void a_customer_sees_names_and_removes_his_devices() {
        Customer customer = customers.granted();
        connect(customer, "phone-0000000001");
        Response seen = list(customer);
        seen.then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("used", equalTo(1))
                .body("limit", equalTo(2))
                .body("items[0].platform", equalTo("Android"))
                .body("items[0].name", nullValue())
                .body("items[0].lastSeenAt", not(nullValue()));
        assertThat(seen.asString()).doesNotContain("phone-00000", "203.0.113.9");
        String id = seen.path("items[0].id");

        customer.asks()
                .contentType("application/json")
                .body("{\"name\":\" Mum's phone \"}")
                .patch(customer.path("devices/" + id))
                .then()
                .statusCode(204);
        list(customer).then().body("items[0].name", equalTo("Mum's phone"));

        removed(customer, id).then().statusCode(204);
        removed(customer, id).then().statusCode(204);
        list(customer).then().body("items", hasSize(0)).body("used", equalTo(0));
    }

    @Test
    void bad_input_gets_a_problem_and_changes_nothing() {
        Customer customer = customers.granted();
        connect(customer, "phone-0000000001");
        String device = customer.path("devices/" + first(customer));
        for (String body : new String[] {"{}", "{\"name\":\"\"}", "{\"name\":\"a\\u0000b\"}"}) {
            customer.asks()
                    .contentType("application/json")
                    .body(body)
                    .patch(device)
                    .then()
                    .statusCode(400)
                    .contentType(PROBLEM);
        }
        customer.asks()
                .contentType("application/json")
                .body("{\"name\":\"x\"}")
                .patch(customer.path("devices/" + UUID.randomUUID()))
                .then()
                .statusCode(404);
        removed(customer, UUID.randomUUID().toString()).then().statusCode(404);
        removed(customer, "nonsense").then().statusCode(404);
        list(customer).then().body("items", hasSize(1)).body("items[0].name", nullValue());
    }

    @Test
    void too_many_removals_are_refused_until_they_are_a_day_old() {
        Customer customer = customers.granted();
        for (int i = 0; i < 5; i++) {
            connect(customer, "phone-000000000" + i);
            removed(customer, first(customer)).then().statusCode(204);
        }
        connect(customer, "phone-0000000009");

        removed(customer, first(customer))
                .then()
                .statusCode(429)
                .contentType(PROBLEM)
                .body("code", equalTo("too_many_device_removals"))
                .header("Retry-After", Integer::parseInt, greaterThan(80_000));
        customer.asks().delete(customer.path("devices")).then().statusCode(429);
        list(customer).then().body("items", hasSize(1));

        staff().delete(admin(customer, "devices")).then().statusCode(204);
        list(customer).then().body("items", hasSize(0));
        assertThat(audited(customer, "provisioning.remove_devices")).isEqualTo(1);
    }

    @Test
    void a_panel_without_an_answer_is_said_so_and_a_repeat_ends_well() {
        Customer customer = customers.granted();
        connect(customer, "phone-0000000001");
        String id = first(customer);
        panelFails(Fault.Kind.DROP_BEFORE, "GET", "/api/hwid/devices");
        list(customer)
                .then()
                .statusCode(503)
                .body("code", equalTo("panel_unavailable"))
                .body("retryable", equalTo(true));
        panelFails(Fault.Kind.DROP_AFTER, "POST", "/api/hwid/devices/delete");
        removed(customer, id).then().statusCode(503).body("retryable", equalTo(true));

        removed(customer, id).then().statusCode(204);
        list(customer).then().body("items", hasSize(0));
    }

    @Test
    void staff_need_a_reason_and_see_what_the_customer_sees() {
        Customer customer = customers.granted();
        connect(customer, "phone-0000000001");
        RequestSpecification silent = given().auth().oauth2(customers.admin());
        silent.delete(admin(customer, "devices"))
                .then()
                .statusCode(400)
                .body("code", equalTo("reason_required"));
        String id = staff().get(admin(customer, "devices")).path("items[0].id");

        assertThat(id).isEqualTo(first(customer));
        staff().delete(admin(customer, "devices/" + id)).then().statusCode(204);
        list(customer).then().body("items", hasSize(0));
        staff().get("/api/v1/admin/subscriptions/" + UUID.randomUUID() + "/devices")
                .then()
                .statusCode(404);
    }

    @Test
    void staff_reset_traffic_once_per_key_and_again_when_the_answer_got_lost() {
        Customer customer = customers.granted();
        String name = PanelUsername.of(customer.access()).text();
        ShopWorld.sandbox().panel().addTraffic(name, 4_000);
        String key = UUID.randomUUID().toString();
        staff().post(admin(customer, "reset-traffic"))
                .then()
                .statusCode(400)
                .body("code", equalTo("idempotency_key_missing"));
        panelFails(Fault.Kind.DROP_AFTER, "POST", "/api/users/*/actions/reset-traffic");
        resetBy(customer, key).then().statusCode(503).body("code", equalTo("panel_unavailable"));

        resetBy(customer, key).then().statusCode(200).body("outcome", equalTo("done"));
        ShopWorld.sandbox().panel().addTraffic(name, 70);
        resetBy(customer, key)
                .then()
                .statusCode(200)
                .header("Idempotency-Replayed", equalTo("true"));

        assertThat(user(customer).getJsonObject("userTraffic").getLong("usedTrafficBytes"))
                .isEqualTo(70);
        assertThat(audited(customer, "provisioning.reset_traffic")).isEqualTo(2);
    }

    private Response resetBy(Customer customer, String key) {
        return staff().header("Idempotency-Key", key).post(admin(customer, "reset-traffic"));
    }

    @Test
    void staff_end_connections() {
        Customer customer = customers.granted();

        staff().post(admin(customer, "drop-connections")).then().statusCode(200);

        assertThat(audited(customer, "provisioning.drop_connections")).isEqualTo(1);
        customer.asks().post(admin(customer, "drop-connections")).then().statusCode(403);
    }
}
