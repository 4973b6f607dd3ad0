package io.cybervpn.presentation.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.cybervpn.presentation.shared.ShopClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
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

/** Up and down between plans, by nothing but the API. */
@QuarkusTest
class PlanChangeJourneyTest {
    @Inject ShopClock clock;
    @Inject Pool pool;

    private Shopper shopper;
    private String subscription = "";

    @BeforeEach
    void buy() {
        shopper = Shopper.register();
        JsonPath order =
                shopper.ordered(
                        new JsonObject()
                                .put("planId", plan("basic"))
                                .put("termDays", 30)
                                .put("currency", "RUB")
                                .put("paymentMethod", "cryptobot"));
        shopper.pay(order);
        subscription = shopper.settled(order).getString("subscriptionId");
    }

    @AfterEach
    void put_things_back() {
        clock.reset();
    }

    private static String plan(String code) {
        return given()
                .get("/api/v1/plans?currency=RUB&size=200")
                .jsonPath()
                .<List<Map<String, Object>>>get("items")
                .stream()
                .filter(one -> one.get("code").equals(code))
                .map(one -> one.get("id").toString())
                .findFirst()
                .orElseThrow();
    }

    private static JsonObject to(String code) {
        return new JsonObject()
                .put("planId", plan(code))
                .put("termDays", 30)
                .put("currency", "RUB")
                .put("paymentMethod", "cryptobot");
    }

    private JsonPath preview(String code) {
        return shopper.asks()
                .body(to(code).encode())
                .post(path() + "?preview=true")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private String path() {
        return "/api/v1/subscriptions/" + subscription + "/change-plan";
    }

    private static JsonObject seen(String code, JsonPath preview, String mode) {
        return to(code).put("mode", mode)
                .put("asOf", preview.getString("preview.asOf"))
                .put("fingerprint", preview.getString("preview.fingerprint"));
    }

    private ValidatableResponse change(String key, JsonObject body) {
        return shopper.asks()
                .header("Idempotency-Key", key)
                .body(body.encode())
                .post(path())
                .then();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private JsonPath now() {
        return shopper.get("/subscriptions/" + subscription);
    }

    private Instant end() {
        return Instant.parse(now().getString("expireAt"));
    }

    private void paidAsReckoned() {
        pool.query(
                        "select id::text as id from subscription where id in (select subscription_id"
                                + " from subscription_change) and expire_at <>"
                                + " subscription_paid_until(id)")
                .execute()
                .await()
                .indefinitely()
                .forEach(row -> assertThat(row.getString("id")).isNotEqualTo(subscription));
    }

    /** Whether somebody will look at its present end. */
    private boolean isWatched() {
        return pool.preparedQuery(
                                "select 1 from subscription s join renewal_cycle c on"
                                        + " (c.subscription_id, c.period_end) = (s.id, s.expire_at)"
                                        + " where s.id::text = $1")
                        .execute(Tuple.of(subscription))
                        .await()
                        .indefinitely()
                        .rowCount()
                == 1;
    }

    @Test
    void up_for_the_difference_and_down_for_time() {
        Instant before = end();

        up(before);
        down(before);
    }

    private void up(Instant before) {
        JsonPath up = preview("pro");
        assertThat(up.getList("preview.options.mode"))
                .containsExactly("convert", "keep_end", "add_term");
        JsonPath ordered =
                change(key(), seen("pro", up, "keep_end")).statusCode(201).extract().jsonPath();
        assertThat(ordered.getString("order.total.amount"))
                .isEqualTo(up.getString("preview.options[1].charge.amount"));
        assertThat(now().getString("planId")).isEqualTo(plan("basic"));

        Shopper.invoices()
                .pay(
                        Shopper.invoices()
                                .byPayload(ordered.getString("order.payment.id"))
                                .getFirst()
                                .getLong("invoice_id"));
        shopper.awaited(
                "/subscriptions/" + subscription,
                seen ->
                        seen.getString("planId").equals(plan("pro"))
                                && !Instant.parse(seen.getString("expireAt")).isBefore(before));
        assertThat(end()).isBetween(before, before.plus(Duration.ofMinutes(2)));
        paidAsReckoned();
    }

    private void down(Instant before) {
        JsonPath down = preview("basic");
        String key = key();
        Instant longer =
                Instant.parse(
                        change(key, seen("basic", down, "convert"))
                                .statusCode(200)
                                .extract()
                                .path("expireAt"));
        change(key, seen("basic", down, "convert"))
                .statusCode(200)
                .header("Idempotency-Replayed", "true");
        assertThat(end()).isEqualTo(longer).isAfter(before.plus(Duration.ofDays(15)));
        paidAsReckoned();
        await().atMost(Duration.ofSeconds(30)).until(this::isWatched);
        change(key(), seen("basic", down, "convert"))
                .statusCode(409)
                .body("code", equalTo("same_plan"));
    }

    @Test
    void what_was_previewed_must_hold_and_an_order_can_be_given_up() {
        JsonPath up = preview("pro");
        change(key(), to("pro")).statusCode(400).body("code", equalTo("plan_change_incomplete"));
        change(key(), seen("pro", up, "convert").put("fingerprint", "other"))
                .statusCode(409)
                .body("code", equalTo("preview_outdated"));
        change(key(), seen("pro", up, "convert").put("mode", "any")).statusCode(400);
        String order =
                change(key(), seen("pro", up, "add_term"))
                        .statusCode(201)
                        .extract()
                        .path("order.id");
        shopper.asks()
                .post("/api/v1/orders/" + order + "/cancel")
                .then()
                .statusCode(200)
                .body("status", equalTo("cancelled"));
        Shopper.register()
                .asks()
                .post("/api/v1/orders/" + order + "/cancel")
                .then()
                .statusCode(404);
        clock.advance(Duration.ofMinutes(11));
        change(key(), seen("pro", up, "convert"))
                .statusCode(409)
                .body("code", equalTo("preview_outdated"));
        assertThat(now().getString("planId")).isEqualTo(plan("basic"));
    }
}
