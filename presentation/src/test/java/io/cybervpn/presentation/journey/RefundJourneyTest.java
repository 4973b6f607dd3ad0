package io.cybervpn.presentation.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import io.cybervpn.presentation.identity.StaffMembers;
import io.cybervpn.presentation.identity.StaffMembers.Member;
import io.cybervpn.presentation.shared.ShopClock;
import io.cybervpn.presentation.shared.ShopWorld;
import io.cybervpn.sandbox.http.Fault;
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
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Money that goes back, from the clerk's desk to the customer's shorter time. */
@QuarkusTest
class RefundJourneyTest {
    private static final String PAYMENTS = "/api/v1/admin/payments/";

    @Inject StaffMembers staff;
    @Inject ShopClock clock;

    @Inject Pool pool;

    private Shopper shopper;
    private Member clerk;
    private JsonPath paid;
    private String payment = "";
    private long price;

    @BeforeEach
    void sell() {
        shopper = Shopper.register();
        clerk = staff.withRole("admin");
        JsonPath order = shopper.ordered(wish());
        shopper.pay(order);
        paid = shopper.settled(order);
        payment = paid.getString("payment.id");
        price = minor(paid.getString("total.amount"));
    }

    @AfterEach
    void put_things_back() {
        ShopWorld.sandbox().cryptoPay().faults().clear();
        clock.reset();
    }

    private static JsonObject wish() {
        Map<String, Object> plan =
                given()
                        .get("/api/v1/plans?currency=RUB&size=200")
                        .jsonPath()
                        .<List<Map<String, Object>>>get("items")
                        .stream()
                        .filter(one -> one.get("code").equals("basic"))
                        .findFirst()
                        .orElseThrow();
        return new JsonObject()
                .put("planId", plan.get("id"))
                .put("termDays", 30)
                .put("currency", "RUB")
                .put("paymentMethod", "cryptobot");
    }

    private static long minor(String amount) {
        return Long.parseLong(amount.replace(".", ""));
    }

    private static String decimal(long minor) {
        return "%d.%02d".formatted(minor / 100, minor % 100);
    }

    private ValidatableResponse refund(String key, String amount, String to) {
        JsonObject body = new JsonObject().put("to", to);
        if (!amount.isEmpty()) {
            body.put("amount", amount);
        }
        return clerk.decides()
                .header("Idempotency-Key", key)
                .body(body.encode())
                .post(PAYMENTS + payment + "/refunds")
                .then();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private JsonPath subscriptionWhenItEnds(Instant end) {
        return shopper.awaited(
                "/subscriptions/" + paid.getString("subscriptionId"),
                seen -> Instant.parse(seen.getString("expireAt")).equals(end));
    }

    private Instant paidAt() {
        return Instant.parse(paid.getString("paidAt"));
    }

    @Test
    void half_to_the_wallet_is_half_the_time_and_the_rest_ends_it() {
        String key = key();
        String half = decimal(price / 2);
        String id = refund(key, half, "wallet").statusCode(201).extract().path("refund.id");
        refund(key, half, "wallet").statusCode(201).body("refund.id", equalTo(id));
        refund(key, decimal(1), "wallet").statusCode(409).body("code", equalTo("key_reused"));

        JsonPath shorter = subscriptionWhenItEnds(paidAt().plus(Duration.ofDays(15)));
        assertThat(shorter.getString("status")).isEqualTo("active");
        JsonPath seen = shopper.get("/payments/" + payment);
        assertThat(seen.getString("refunded.amount")).isEqualTo(half);
        assertThat(seen.getString("status")).isEqualTo("completed");

        refund(key(), decimal(price), "wallet").statusCode(409).body("code", equalTo("too_much"));
        refund(key(), "", "wallet").statusCode(201).body("refund.state", equalTo("succeeded"));
        refund(key(), "", "wallet").statusCode(409).body("code", equalTo("nothing_left"));
        isToldOf(2);

        assertThat(subscriptionWhenItEnds(paidAt()).getString("status")).isEqualTo("expired");
        assertThat(shopper.get("/payments/" + payment).getString("status")).isEqualTo("refunded");
        clerk.asks()
                .get(PAYMENTS + payment + "/refunds")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(2))
                .body("items[0].reason", equalTo("a decision of a test"))
                .body("items[0].closedAt", notNullValue());
        clerk.asks()
                .queryParam("objectId", payment)
                .get("/api/v1/admin/audit")
                .then()
                .body("items.action", hasItem("payments.refund"));
    }

    /** Once for each refund, and of how much. */
    private void isToldOf(int refunds) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () ->
                                assertThat(ShopWorld.sandbox().mails().to(shopper.email()))
                                        .filteredOn(mail -> mail.text().contains("wallet"))
                                        .hasSize(refunds)
                                        .allSatisfy(
                                                mail ->
                                                        assertThat(mail.text())
                                                                .contains(
                                                                        decimal(price / 2)
                                                                                + " RUB")));
    }

    private void link(long telegramId) {
        pool.preparedQuery(
                        "insert into account_identity (id, account_id, provider, subject, linked_at)"
                                + " values ($1, $2, 'telegram', $3, now())")
                .execute(
                        Tuple.of(
                                UUID.randomUUID(),
                                UUID.fromString(shopper.get("/me").getString("id")),
                                Long.toString(telegramId)))
                .await()
                .indefinitely();
    }

    private JsonPath refundsWhen(String state) {
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> clerk.asks().get(PAYMENTS + payment + "/refunds").jsonPath(),
                        seen -> seen.getString("items[-1].state").equals(state));
    }

    private static List<JsonObject> transfers(String refund) {
        return ShopWorld.sandbox().cryptoPay().transfers().stream()
                .map(JsonObject.class::cast)
                .filter(one -> one.getString("spend_id").equals(refund))
                .toList();
    }

    @Test
    void it_goes_back_the_way_it_came_once_though_the_answer_is_lost() {
        long telegramId = ThreadLocalRandom.current().nextLong(1, 1L << 40);
        link(telegramId);
        ShopWorld.sandbox()
                .cryptoPay()
                .faults()
                .add(Fault.of(Fault.Kind.DROP_AFTER, 0).on("", "/api/transfer"));

        String id = refund(key(), "", "provider").statusCode(201).extract().path("refund.id");
        refundsWhen("unknown");
        assertThat(transfers(id)).hasSize(1);
        ShopWorld.sandbox().cryptoPay().faults().clear();
        clock.advance(Duration.ofMinutes(2));

        refundsWhen("succeeded");
        assertThat(transfers(id))
                .singleElement()
                .satisfies(
                        sent -> {
                            assertThat(sent.getString("user_id"))
                                    .isEqualTo(Long.toString(telegramId));
                            assertThat(sent.getString("asset")).isEqualTo("USDT");
                        });
        subscriptionWhenItEnds(paidAt());
        proofKnowsNoDifferenceOf(id);
    }

    @Test
    void who_is_not_at_telegram_gets_nothing_there_and_it_is_put_back() {
        refund(key(), "", "provider").statusCode(201);
        JsonPath failed = refundsWhen("failed");
        assertThat(failed.getString("items[-1].failure")).contains("Telegram");
        proofKnowsNoDifferenceOf(failed.getString("items[-1].id"));
        refund(key(), "", "wallet").statusCode(201).body("refund.state", equalTo("succeeded"));
    }

    private void proofKnowsNoDifferenceOf(String refund) {
        assertThat(
                        given().auth()
                                .oauth2(clerk.token())
                                .get("/api/v1/admin/ledger/proof")
                                .jsonPath()
                                .<String>getList("differences.subject"))
                .doesNotContain(refund, payment, paid.getString("subscriptionId"));
    }

    @Test
    void who_gives_money_back_has_the_right_a_reason_and_a_fresh_proof() {
        staff.withRole("support")
                .decides()
                .header("Idempotency-Key", key())
                .body("{\"to\": \"wallet\"}")
                .post(PAYMENTS + payment + "/refunds")
                .then()
                .statusCode(403);
        clerk.asks()
                .header("Idempotency-Key", key())
                .body("{\"to\": \"wallet\"}")
                .post(PAYMENTS + payment + "/refunds")
                .then()
                .statusCode(400)
                .body("code", equalTo("reason_required"));
        clerk.decides()
                .body("{\"to\": \"wallet\"}")
                .post(PAYMENTS + payment + "/refunds")
                .then()
                .statusCode(400)
                .body("code", equalTo("idempotency_key_missing"));
        refund(key(), "0.001", "wallet").statusCode(409).body("code", equalTo("amount_not_exact"));
        refund(key(), "", "moon").statusCode(400);
        clock.advance(Duration.ofMinutes(11));
        refund(key(), "", "wallet").statusCode(403).body("code", equalTo("step_up_required"));
        assertThat(shopper.get("/payments/" + payment).getString("refunded.amount"))
                .isEqualTo("0.00");
    }
}
