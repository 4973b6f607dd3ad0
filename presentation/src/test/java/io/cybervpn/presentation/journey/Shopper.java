package io.cybervpn.presentation.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cybervpn.presentation.shared.ShopWorld;
import io.cybervpn.sandbox.cryptopay.CryptoPayInvoices;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Predicate;

/** A customer who knows the shop by nothing but its API, and Crypto Pay by its pay button. */
final class Shopper {
    private static final String API = "/api/v1";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String email;
    private final String password;
    private final String token;

    private Shopper(String email, String password, String token) {
        this.email = email;
        this.password = password;
        this.token = token;
    }

    String email() {
        return email;
    }

    String password() {
        return password;
    }

    String token() {
        return token;
    }

    /** Registers as somebody new. */
    static Shopper register() {
        return register("shopper-" + UUID.randomUUID() + "@example.org");
    }

    /** Registers with this address. */
    static Shopper register(String email) {
        String password = "a long password " + UUID.randomUUID();
        JsonObject body =
                new JsonObject().put("email", email).put("password", password).put("locale", "en");
        JsonPath answer =
                given().contentType(ContentType.JSON)
                        .body(body.encode())
                        .post(API + "/auth/register")
                        .then()
                        .statusCode(201)
                        .extract()
                        .jsonPath();
        return new Shopper(email, password, answer.getString("tokens.accessToken"));
    }

    RequestSpecification asks() {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    JsonPath get(String path) {
        return asks().get(API + path).then().statusCode(200).extract().jsonPath();
    }

    /** Looks until what is seen is as wished. */
    JsonPath awaited(String path, Predicate<JsonPath> wish) {
        return await().atMost(PATIENCE).until(() -> get(path), wish);
    }

    Response order(JsonObject wish) {
        return asks().header("Idempotency-Key", UUID.randomUUID().toString())
                .body(wish.encode())
                .post(API + "/orders");
    }

    /** Orders what can be ordered. */
    JsonPath ordered(JsonObject wish) {
        return order(wish).then().statusCode(201).extract().jsonPath();
    }

    /** Presses the button; the provider tells the shop by itself. */
    void pay(JsonPath order) {
        invoices().pay(invoice(order).getLong("invoice_id"));
    }

    /** The provider's invoice of an order. */
    static JsonObject invoice(JsonPath order) {
        return invoices().byPayload(order.getString("payment.id")).getFirst();
    }

    static CryptoPayInvoices invoices() {
        return ShopWorld.sandbox().cryptoPay().invoices();
    }

    /** Waits until the order is paid and its subscription exists. */
    JsonPath settled(JsonPath order) {
        JsonPath paid =
                awaited(
                        "/orders/" + order.getString("id"),
                        seen -> seen.getString("subscriptionId") != null && isPaid(seen));
        assertThat(paid.getString("paidAt")).isNotNull();
        return paid;
    }

    static boolean isPaid(JsonPath order) {
        return order.getString("status").equals("paid");
    }

    /** Waits until the VPN servers know the subscription. */
    JsonPath connectable(String subscription) {
        return awaited(
                "/subscriptions/" + subscription,
                seen -> seen.getString("access.status").equals("ready"));
    }
}
