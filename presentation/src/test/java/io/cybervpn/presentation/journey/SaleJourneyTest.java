package io.cybervpn.presentation.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Sales from the shop window to a working configuration, through nothing but the API. */
@QuarkusTest
class SaleJourneyTest {
    private static final Duration TERM = Duration.ofDays(30);

    /** One plan of the shop window, by its tier. */
    private static Map<String, Object> plan(String tier) {
        JsonPath window =
                given().get("/api/v1/plans?currency=RUB&size=200")
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath();
        return window.<List<Map<String, Object>>>get("items").stream()
                .filter(plan -> plan.get("code").equals(tier))
                .findFirst()
                .orElseThrow();
    }

    private static JsonObject wish(Map<String, Object> plan) {
        return new JsonObject()
                .put("planId", plan.get("id"))
                .put("termDays", TERM.toDays())
                .put("currency", "RUB")
                .put("paymentMethod", "cryptobot");
    }

    private static JsonObject renewal(Map<String, Object> plan, String subscription) {
        return wish(plan).put("subscriptionId", subscription);
    }

    private static Instant at(JsonPath seen, String field) {
        return Instant.parse(seen.getString(field));
    }

    @Test
    void who_pays_can_connect_and_who_renews_loses_no_day() {
        Map<String, Object> basic = plan("basic");
        Shopper shopper = Shopper.register();
        JsonPath order = shopper.ordered(wish(basic));
        assertThat(order.getString("total.amount")).isEqualTo(quoted(basic));

        shopper.pay(order);
        JsonPath paid = shopper.settled(order);
        JsonPath payment = shopper.get("/payments/" + paid.getString("payment.id"));
        assertThat(payment.getString("status")).isEqualTo("completed");

        String id = paid.getString("subscriptionId");
        JsonPath first = shopper.connectable(id);
        assertThat(first.getString("status")).isEqualTo("active");
        assertThat(first.getString("planName")).isEqualTo("Basic");
        assertThat(first.getLong("trafficLimitBytes"))
                .isEqualTo(((Number) basic.get("trafficLimitBytes")).longValue());
        assertThat(at(first, "expireAt")).isEqualTo(at(paid, "paidAt").plus(TERM));
        assertThat(config(shopper, id)).contains("vless://");

        JsonPath again = shopper.ordered(renewal(basic, id));
        shopper.pay(again);
        Instant end = at(first, "expireAt").plus(TERM);
        JsonPath renewed =
                shopper.awaited("/subscriptions/" + id, seen -> at(seen, "expireAt").equals(end));
        assertThat(renewed.getString("startedAt")).isEqualTo(first.getString("startedAt"));
        assertThat(shopper.get("/subscriptions").getLong("page.total")).isEqualTo(1);
    }

    private static String quoted(Map<String, Object> plan) {
        JsonObject wish = wish(plan);
        wish.remove("paymentMethod");
        return given().contentType("application/json")
                .body(wish.encode())
                .post("/api/v1/quotes")
                .then()
                .statusCode(200)
                .extract()
                .path("total.amount");
    }

    private static String config(Shopper shopper, String subscription) {
        String path = "/api/v1/subscriptions/" + subscription + "/config?format=v2ray";
        String links = shopper.asks().get(path).then().statusCode(200).extract().asString();
        return new String(Base64.getDecoder().decode(links), StandardCharsets.UTF_8);
    }

    @Test
    void only_ones_own_subscription_is_renewed_and_only_with_its_own_plan() {
        Map<String, Object> basic = plan("basic");
        Shopper owner = Shopper.register();
        JsonPath order = owner.ordered(wish(basic));
        owner.pay(order);
        String id = owner.settled(order).getString("subscriptionId");

        String otherPlan =
                owner.order(renewal(plan("pro"), id)).then().statusCode(422).extract().path("code");
        assertThat(otherPlan).isEqualTo("subscription_of_other_plan");
        Shopper stranger = Shopper.register();
        String foreign =
                stranger.order(renewal(basic, id)).then().statusCode(404).extract().path("code");
        assertThat(foreign).isEqualTo("subscription_not_found");
        assertThat(stranger.get("/orders").getLong("page.total")).isZero();
    }

    @Test
    void two_orders_paid_by_one_customer_make_two_subscriptions() {
        Map<String, Object> basic = plan("basic");
        Shopper shopper = Shopper.register();
        JsonPath first = shopper.ordered(wish(basic));
        JsonPath second = shopper.ordered(wish(basic));

        shopper.pay(second);
        shopper.pay(first);

        assertThat(shopper.settled(first).getString("subscriptionId"))
                .isNotEqualTo(shopper.settled(second).getString("subscriptionId"));
    }

    @Test
    void nothing_is_served_before_it_is_paid() {
        Shopper shopper = Shopper.register();
        JsonPath order = shopper.ordered(wish(plan("basic")));

        shopper.asks()
                .post("/api/v1/payments/" + order.getString("payment.id") + "/check")
                .then()
                .statusCode(200);

        assertThat(shopper.get("/subscriptions").getLong("page.total")).isZero();
        assertThat(shopper.get("/orders/" + order.getString("id")).getString("status"))
                .isEqualTo("awaiting_payment");
        shopper.asks()
                .get("/api/v1/subscriptions/" + UUID.randomUUID() + "/config")
                .then()
                .statusCode(404);
    }
}
