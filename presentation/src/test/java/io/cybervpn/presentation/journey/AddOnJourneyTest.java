package io.cybervpn.presentation.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.model.PanelUsername;
import io.cybervpn.presentation.identity.StaffMembers;
import io.cybervpn.presentation.shared.ShopClock;
import io.cybervpn.presentation.shared.ShopWorld;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Add-ons from the clerk's shelf to the panel's limits, and away again. */
@QuarkusTest
class AddOnJourneyTest {
    private static final String TRAFFIC = "019b0000-0000-7000-8000-000000000021";
    private static final String DEVICE = "019b0000-0000-7000-8000-000000000022";
    private static final long PACK = 50_000_000_000L;
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @Inject ShopClock clock;
    @Inject StaffMembers staff;

    private Shopper shopper;
    private String subscription = "";

    @BeforeEach
    void subscribe() {
        shopper = Shopper.register();
        subscription = subscribed(shopper, "basic");
    }

    @AfterEach
    void put_things_back() {
        clock.reset();
    }

    private static String subscribed(Shopper who, String code) {
        String plan =
                given()
                        .get("/api/v1/plans?currency=RUB&size=200")
                        .jsonPath()
                        .<List<Map<String, Object>>>get("items")
                        .stream()
                        .filter(one -> one.get("code").equals(code))
                        .map(one -> one.get("id").toString())
                        .findFirst()
                        .orElseThrow();
        JsonPath order =
                who.ordered(
                        new JsonObject()
                                .put("planId", plan)
                                .put("termDays", 30)
                                .put("currency", "RUB")
                                .put("paymentMethod", "cryptobot"));
        who.pay(order);
        String id = who.settled(order).getString("subscriptionId");
        who.connectable(id);
        return id;
    }

    private String path() {
        return "/api/v1/subscriptions/" + subscription + "/add-ons";
    }

    private static JsonObject wish(String addOn, String currency) {
        return new JsonObject()
                .put("addOnId", addOn)
                .put("currency", currency)
                .put("paymentMethod", "cryptobot");
    }

    private ValidatableResponse order(String key, JsonObject wish) {
        return shopper.asks()
                .header("Idempotency-Key", key)
                .body(wish.encode())
                .post(path())
                .then();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private JsonPath paid(String addOn) {
        JsonPath order = order(key(), wish(addOn, "RUB")).statusCode(201).extract().jsonPath();
        shopper.pay(order);
        return shopper.awaited("/orders/" + order.getString("id"), Shopper::isPaid);
    }

    private JsonObject onPanel() {
        String name = PanelUsername.of(new AccessId(UUID.fromString(subscription))).text();
        return ShopWorld.sandbox().panel().users().byUsername(name).orElseThrow();
    }

    private void awaitPanel(long trafficBytes, int devices) {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> {
                            assertThat(onPanel().getLong("trafficLimitBytes"))
                                    .isEqualTo(trafficBytes);
                            assertThat(onPanel().getInteger("hwidDeviceLimit")).isEqualTo(devices);
                        });
    }

    @Test
    void what_is_bought_is_on_the_panel_and_goes_back_with_its_money() {
        String ends = shopper.get("/subscriptions/" + subscription).getString("expireAt");
        given().get("/api/v1/add-ons").then().body("items.id", hasItem(TRAFFIC));
        shopper.asks()
                .body(wish(TRAFFIC, "RUB").encode())
                .post(path() + "/quotes")
                .then()
                .statusCode(200)
                .body("quote.total.amount", equalTo("99.00"))
                .body("quote.lines[0].kind", equalTo("add_on"))
                .body("toPay.amount", equalTo("99.00"));

        JsonPath pack = paid(TRAFFIC);
        paid(DEVICE);

        awaitPanel(100_000_000_000L + PACK, 3);
        assertThat(shopper.get("/subscriptions/" + subscription).getString("expireAt"))
                .isEqualTo(ends);
        assertThat(shopper.get("/subscriptions/" + subscription + "/add-ons").getList("items"))
                .hasSize(2);
        staff.withRole("admin")
                .decides()
                .header("Idempotency-Key", key())
                .body(new JsonObject().put("to", "wallet").encode())
                .post("/api/v1/admin/payments/" + pack.getString("payment.id") + "/refunds")
                .then()
                .statusCode(201);

        awaitPanel(100_000_000_000L, 3);
        assertThat(shopper.get("/subscriptions/" + subscription).getString("expireAt"))
                .isEqualTo(ends);
    }

    @Test
    void staff_sell_one_of_their_own_and_its_end_brings_the_limits_back() {
        String id = UUID.randomUUID().toString();
        JsonObject input = twoDevicesForADay(id);
        put(id, input.copy().put("days", 0).put("kind", "magic"))
                .statusCode(400)
                .body("errors.pointer", hasItem("/kind"))
                .body("errors.pointer", hasItem("/days"));
        put(id, input.copy().put("version", 1))
                .statusCode(412)
                .body("code", equalTo("version_stale"));
        put(id, input).statusCode(200).body("active", equalTo(true)).body("version", equalTo(1));
        put(id, input.copy().put("amount", 9)).statusCode(412);
        put(UUID.randomUUID().toString(), input)
                .statusCode(409)
                .body("code", equalTo("code_taken"));

        paid(id);
        awaitPanel(100_000_000_000L, 4);
        clock.advance(Duration.ofHours(25));
        awaitPanel(100_000_000_000L, 2);
        assertThat(
                        shopper.get("/subscriptions/" + subscription + "/add-ons")
                                .getBoolean("items[0].active"))
                .isFalse();

        put(id, input.put("active", false).put("version", 1)).statusCode(200);
        given().get("/api/v1/add-ons").then().body("items.id", not(hasItem(id)));
        order(key(), wish(id, "RUB")).statusCode(409).body("code", equalTo("add_on_not_on_sale"));
    }

    private static JsonObject twoDevicesForADay(String id) {
        return new JsonObject()
                .put("code", "day-" + id.substring(0, 8))
                .put("nameI18n", new JsonObject().put("en", "A day of more"))
                .put("kind", "devices")
                .put("amount", 2)
                .put("days", 1)
                .put(
                        "prices",
                        new JsonArray()
                                .add(
                                        new JsonObject()
                                                .put("amount", "10.00")
                                                .put("currency", "RUB")))
                .put("active", true);
    }

    private ValidatableResponse put(String id, JsonObject input) {
        return staff.withRole("admin")
                .decides()
                .body(input.encode())
                .put("/api/v1/admin/add-ons/" + id)
                .then();
    }

    @Test
    void what_cannot_be_is_refused_and_a_key_orders_once() {
        String key = key();
        String first = order(key, wish(TRAFFIC, "RUB")).statusCode(201).extract().path("id");
        order(key, wish(TRAFFIC, "RUB")).statusCode(201).body("id", equalTo(first));
        order(key, wish(DEVICE, "RUB"))
                .statusCode(422)
                .body("code", equalTo("idempotency_key_reused"));
        order(key(), wish(TRAFFIC, "TON"))
                .statusCode(422)
                .body("code", equalTo("currency_not_offered"));
        shopper = Shopper.register();
        order(key(), wish(TRAFFIC, "RUB"))
                .statusCode(404)
                .body("code", equalTo("subscription_not_found"));
        shopper.asks().get(path()).then().statusCode(404);
        subscription = subscribed(shopper, "cyber");
        order(key(), wish(TRAFFIC, "RUB")).statusCode(422).body("code", equalTo("nothing_to_add"));
    }
}
