package io.cybervpn.presentation.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cybervpn.presentation.identity.Logins;
import io.cybervpn.presentation.identity.StaffMembers;
import io.cybervpn.presentation.identity.StaffMembers.Member;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** R142: a plan that staff fulfil by hand, from the shop window to the end. */
@QuarkusTest
class ByHandJourneyTest {
    @Inject StaffMembers staff;
    @Inject Pool pool;

    private final String group = "Line " + UUID.randomUUID();
    private Member clerk;
    private String panel = "";
    private String plan = "";

    @BeforeEach
    void something_is_sold_that_is_made_by_hand() {
        clerk = staff.withRole("admin");
        panel =
                asStaff()
                        .body(
                                Map.of(
                                        "name",
                                        "hands " + UUID.randomUUID(),
                                        "kind",
                                        "manual",
                                        "groups",
                                        Map.of(group, "")))
                        .post("/api/v1/admin/panels")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        panelIs("active", 1);
        plan = sold();
    }

    @AfterEach
    void it_is_sold_no_more() {
        pool.preparedQuery("update plan set active = false where id = $1")
                .execute(Tuple.of(UUID.fromString(plan)))
                .await()
                .indefinitely();
        panelIs("off", 2);
        for (String table : List.of("access", "staff_task", "manual_service")) {
            pool.preparedQuery("delete from " + table + " where panel_id = $1")
                    .execute(Tuple.of(UUID.fromString(panel)))
                    .await()
                    .indefinitely();
        }
    }

    private void panelIs(String state, int version) {
        asStaff()
                .body(Map.of("state", state, "version", version))
                .patch("/api/v1/admin/panels/" + panel)
                .then()
                .statusCode(200);
    }

    /** A copy of Basic whose server group no machine has. */
    private String sold() {
        UUID id = UUID.randomUUID();
        pool.preparedQuery(
                        """
                        insert into plan (id, product_id, code, tier, name, description,
                            traffic_limit_bytes, traffic_reset, device_limit, server_groups, active,
                            sort_order, version, created_at, updated_at)
                        select $1, product_id, $2, tier, name, description, traffic_limit_bytes,
                            traffic_reset, device_limit, $3, true, 999, version, created_at,
                            updated_at
                        from plan where code = 'basic'""")
                .execute(Tuple.of(id, "t" + id, new String[] {group}))
                .await()
                .indefinitely();
        pool.preparedQuery(
                        """
                        insert into plan_price
                        select $1, term_days, asset, minor_units, position from plan_price
                        where plan_id = (select id from plan where code = 'basic')""")
                .execute(Tuple.of(id))
                .await()
                .indefinitely();
        return id.toString();
    }

    private JsonObject wish() {
        return new JsonObject()
                .put("planId", plan)
                .put("termDays", 30)
                .put("currency", "RUB")
                .put("paymentMethod", "cryptobot");
    }

    private JsonPath bought(Shopper shopper) {
        JsonPath order = shopper.ordered(wish());
        shopper.pay(order);
        return shopper.settled(order);
    }

    private List<Map<String, Object>> tasks(String state) {
        return asStaff()
                .get("/api/v1/admin/tasks?panelId=%s&state=%s".formatted(panel, state))
                .then()
                .statusCode(200)
                .extract()
                .path("items");
    }

    private Map<String, Object> asked(String kind) {
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> tasks("open"),
                        open -> open.size() == 1 && open.getFirst().get("kind").equals(kind))
                .getFirst();
    }

    private void done(Map<String, Object> task) {
        clerk.asks()
                .body(
                        Map.of(
                                "version",
                                task.get("version"),
                                "address",
                                "10.1.2.3",
                                "secret",
                                "s3cret"))
                .post("/api/v1/admin/tasks/" + task.get("id") + "/complete")
                .then()
                .statusCode(200);
    }

    private static String state(Shopper shopper, String subscription) {
        return shopper.get("/subscriptions/" + subscription + "/access").getString("state");
    }

    @Test
    void bought_made_renewed_and_given_back() {
        Shopper shopper = Shopper.register();
        JsonPath paid = bought(shopper);
        String id = paid.getString("subscriptionId");
        assertThat(state(shopper, id)).isEqualTo("preparing");

        done(asked("create"));

        JsonPath first = shopper.connectable(id);
        JsonPath handed = shopper.get("/subscriptions/" + id + "/access");
        assertThat(handed.getString("state")).isEqualTo("ready");
        assertThat(handed.getString("secret")).isEqualTo("s3cret");

        JsonPath again = shopper.ordered(wish().put("subscriptionId", id));
        shopper.pay(again);
        Instant end = Instant.parse(first.getString("expireAt")).plus(Duration.ofDays(30));
        shopper.awaited(
                "/subscriptions/" + id,
                seen ->
                        Instant.parse(seen.getString("expireAt")).equals(end)
                                && seen.getString("access.status").equals("ready"));
        assertThat(tasks("open")).isEmpty();

        refund(shopper.settled(again));
        refund(paid);
        done(asked("suspend"));
        await().atMost(Duration.ofSeconds(30)).until(() -> state(shopper, id), "suspended"::equals);
        assertThat(tasks("done")).hasSize(2);
    }

    @Test
    void paid_twice_before_anybody_looked_is_one_task() {
        Shopper shopper = Shopper.register();
        String id = bought(shopper).getString("subscriptionId");
        Map<String, Object> task = asked("create");
        JsonPath again = shopper.ordered(wish().put("subscriptionId", id));
        shopper.pay(again);
        Instant end =
                Instant.parse(shopper.settled(again).getString("paidAt")).plus(Duration.ofDays(59));
        Map<String, Object> later =
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> tasks("open").getFirst(), seen -> end(seen).isAfter(end));

        assertThat(later.get("id")).isEqualTo(task.get("id"));
        assertThat(later.get("version")).isEqualTo(task.get("version"));
        done(task);
        shopper.connectable(id);
        assertThat(tasks("open")).isEmpty();
    }

    @SuppressWarnings("unchecked")
    private static Instant end(Map<String, Object> task) {
        return Instant.parse(((Map<String, Object>) task.get("wish")).get("expireAt").toString());
    }

    @Test
    void given_back_before_anybody_looked_is_no_task_any_more() {
        Shopper shopper = Shopper.register();
        JsonPath paid = bought(shopper);
        asked("create");

        refund(paid);

        await().atMost(Duration.ofSeconds(30)).until(() -> tasks("withdrawn").size() == 1);
        assertThat(tasks("open")).isEmpty();
        assertThat(state(shopper, paid.getString("subscriptionId"))).isEqualTo("ended");
    }

    private void refund(JsonPath order) {
        clerk.decides()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(new JsonObject().put("to", "wallet").encode())
                .post("/api/v1/admin/payments/" + order.getString("payment.id") + "/refunds")
                .then()
                .statusCode(201);
    }

    private static RequestSpecification asStaff() {
        return given().auth()
                .oauth2(Logins.admin())
                .header("X-Reason", "a test of fulfilment by hand")
                .contentType(ContentType.JSON);
    }
}
