package io.cybervpn.presentation.billing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.cybervpn.presentation.shared.Customers;
import io.cybervpn.presentation.shared.Customers.Customer;
import io.cybervpn.presentation.shared.ShopWorld;
import io.cybervpn.sandbox.http.Fault;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Filling a wallet through a provider: what is paid is in it once, and can be spent. */
@QuarkusTest
class TopUpsTest {
    private static final String TOP_UPS = "/api/v1/wallet/top-ups";

    @Inject Customers customers;

    private Customer owner;

    @BeforeEach
    void somebody_comes() {
        owner = customers.someone();
    }

    @AfterEach
    void the_provider_is_well() {
        ShopWorld.sandbox().cryptoPay().faults().clear();
    }

    private static String wish(String amount, String currency, String method) {
        return """
        {"amount": {"amount": "%s", "currency": "%s"}, "paymentMethod": "%s"}"""
                .formatted(amount, currency, method);
    }

    private static String wish() {
        return wish("199.00", "RUB", "cryptobot");
    }

    private Response topUp(String key, String body) {
        return owner.asks(key).body(body).post(TOP_UPS);
    }

    private static List<JsonObject> invoices(JsonPath topUp) {
        return ShopWorld.sandbox().cryptoPay().invoices().byPayload(topUp.getString("payment.id"));
    }

    private static void pay(JsonPath topUp) {
        ShopWorld.sandbox()
                .cryptoPay()
                .invoices()
                .pay(invoices(topUp).getFirst().getLong("invoice_id"));
    }

    private void awaitAvailable(String amount) {
        await().atMost(Duration.ofSeconds(30))
                .until(
                        () ->
                                amount.equals(
                                        owner.asks()
                                                .get("/api/v1/wallet")
                                                .jsonPath()
                                                .getString("balances[0].available.amount")));
    }

    @Test
    void what_is_paid_is_in_the_wallet_and_pays_an_order() {
        JsonPath topUp = topUp("key", wish()).then().statusCode(201).extract().jsonPath();
        assertThat(topUp.getString("payment.status")).isEqualTo("pending");
        assertThat(topUp.getString("payment.payUrl")).startsWith("http");
        assertThat(topUp.getString("payment.orderId")).isEqualTo(topUp.getString("id"));
        owner.asks().get("/api/v1/wallet").then().body("balances", equalTo(List.of()));

        pay(topUp);
        awaitAvailable("199.00");
        topUp("key", wish()).then().statusCode(201).header("Idempotency-Replayed", "true");
        owner.asks(UUID.randomUUID().toString())
                .body(OrdersTest.wish(TestPlans.BASIC, 30, "RUB").replace("cryptobot", "wallet"))
                .post(OrdersTest.ORDERS)
                .then()
                .statusCode(201)
                .body("status", equalTo("paid"));
        awaitAvailable("0.00");
    }

    @Test
    void twenty_calls_with_one_key_make_one_invoice() {
        List<Integer> statuses =
                IntStream.range(0, 20)
                        .mapToObj(
                                _ ->
                                        CompletableFuture.supplyAsync(
                                                () -> topUp("one key", wish()).statusCode()))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .toList();

        assertThat(statuses).contains(201).isSubsetOf(201, 409);
        owner.asks().get("/api/v1/payments").then().body("page.total", equalTo(1));
        assertThat(invoices(topUp("one key", wish()).jsonPath())).hasSize(1);
        topUp("one key", wish("5.00", "RUB", "cryptobot"))
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency_key_reused"));
    }

    @Test
    void when_the_provider_is_down_the_payment_is_looked_after() {
        ShopWorld.sandbox()
                .cryptoPay()
                .faults()
                .add(Fault.of(Fault.Kind.ERROR, 502).on("", "/api/createInvoice"));

        topUp("key", wish())
                .then()
                .statusCode(201)
                .body("payment.status", equalTo("pending"))
                .body("payment.id", notNullValue());
    }

    @Test
    void what_makes_no_sense_is_refused_and_stores_nothing() {
        topUp("a", wish("0.00", "RUB", "cryptobot"))
                .then()
                .statusCode(422)
                .body("code", equalTo("amount_not_possible"));
        topUp("b", wish("1.001", "RUB", "cryptobot")).then().statusCode(422);
        topUp("c", wish("99999999999999.00", "RUB", "cryptobot")).then().statusCode(422);
        topUp("d", wish("-1.00", "RUB", "cryptobot")).then().statusCode(422);
        topUp("e", wish("1.00", "RUB", "wallet"))
                .then()
                .statusCode(422)
                .body("code", equalTo("payment_method_unavailable"));
        topUp("f", "{}").then().statusCode(400);
        owner.asks().body(wish()).post(TOP_UPS).then().statusCode(400);
        given().contentType("application/json").body(wish()).post(TOP_UPS).then().statusCode(401);
        owner.asks().get("/api/v1/payments").then().body("page.total", equalTo(0));
    }
}
