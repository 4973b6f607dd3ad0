package io.cybervpn.presentation.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.presentation.identity.Logins;
import io.cybervpn.presentation.ledger.Purses;
import io.cybervpn.presentation.shared.Customers;
import io.cybervpn.presentation.shared.Customers.Customer;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** R80–R85 from the wallet: paid at once, or nothing is taken. */
@QuarkusTest
class WalletOrdersTest {
    private static final String ORDERS = "/api/v1/orders";
    private static final String WISH =
            OrdersTest.wish(TestPlans.BASIC, 30, "RUB").replace("cryptobot", "wallet");

    @Inject Customers customers;
    @Inject Purses purses;

    private Customer buyer;

    @BeforeEach
    void somebody_comes() {
        buyer = customers.someone();
    }

    private static Money rub(long units) {
        return new Money(units, Asset.RUB);
    }

    private Response place(String key) {
        return buyer.asks(key).body(WISH).post(ORDERS);
    }

    private String available() {
        return buyer.asks()
                .get("/api/v1/wallet")
                .then()
                .statusCode(200)
                .extract()
                .path("balances[0].available.amount");
    }

    @Test
    void an_order_is_paid_at_once_and_brings_its_subscription() {
        purses.pay(buyer.id(), rub(15_000));
        purses.give(buyer.id(), rub(10_000), Instant.now(), Optional.empty());

        JsonPath order = place("key").then().statusCode(201).extract().jsonPath();

        assertThat(order.getString("status")).isEqualTo("paid");
        assertThat(order.getString("payment.provider")).isEqualTo("wallet");
        assertThat(order.getString("payment.status")).isEqualTo("completed");
        assertThat(available()).isEqualTo("51.00");
        buyer.asks()
                .get("/api/v1/wallet/transactions?limit=1")
                .then()
                .body("items.kind", contains("order_settled"))
                .body("items[0].granted.amount", equalTo("-100.00"))
                .body("items[0].paid.amount", equalTo("-99.00"));
        buyer.asks().get("/api/v1/payments").then().body("items.provider", hasItem("wallet"));
        await().atMost(Duration.ofSeconds(20))
                .until(
                        () ->
                                buyer.asks()
                                                .get(ORDERS + "/" + order.getString("id"))
                                                .jsonPath()
                                                .getString("subscriptionId")
                                        != null);
        place("key").then().statusCode(201).header("Idempotency-Replayed", equalTo("true"));
        assertThat(available()).isEqualTo("51.00");
        assertNothingDiffersFor(order);
    }

    private void assertNothingDiffersFor(JsonPath order) {
        List<String> subjects =
                RestAssured.given()
                        .auth()
                        .oauth2(Logins.admin())
                        .get("/api/v1/admin/ledger/proof")
                        .jsonPath()
                        .getList("differences.subject");
        assertThat(subjects)
                .doesNotContain(
                        order.getString("id"),
                        order.getString("payment.id"),
                        buyer.id().value().toString());
    }

    @Test
    void with_too_little_nothing_is_taken_and_the_same_call_pays_once_there_is_enough() {
        purses.pay(buyer.id(), rub(19_000));
        String key = UUID.randomUUID().toString();

        place(key)
                .then()
                .statusCode(422)
                .body("code", equalTo("not_enough_money"))
                .body("params.available", equalTo("190.00"))
                .body("params.missing", equalTo("9.00"));
        assertThat(available()).isEqualTo("190.00");
        purses.pay(buyer.id(), rub(900));
        place(key).then().statusCode(201).body("status", equalTo("paid"));
        buyer.asks().get(ORDERS).then().body("page.total", equalTo(1));
        assertThat(available()).isEqualTo("0.00");
    }

    @Test
    void of_many_orders_at_once_as_many_are_paid_as_there_is_money_for() {
        purses.pay(buyer.id(), rub(2 * 19_900 + 100));

        List<Integer> statuses =
                IntStream.range(0, 12)
                        .mapToObj(
                                i ->
                                        CompletableFuture.supplyAsync(
                                                () -> place("at once " + i).statusCode()))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .sorted()
                        .toList();

        assertThat(statuses).startsWith(201, 201, 422).hasSize(12);
        assertThat(statuses.subList(2, 12)).containsOnly(422);
        assertThat(available()).isEqualTo("1.00");
    }

    @Test
    void twenty_calls_with_one_key_pay_once() {
        purses.pay(buyer.id(), rub(3 * 19_900));

        List<Integer> statuses =
                IntStream.range(0, 20)
                        .mapToObj(
                                _ ->
                                        CompletableFuture.supplyAsync(
                                                () -> place("one key").statusCode()))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .toList();

        assertThat(statuses).contains(201).isSubsetOf(201, 409);
        assertThat(available()).isEqualTo("398.00");
    }
}
