package io.cybervpn.presentation.billing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.cybervpn.presentation.shared.Customers;
import io.cybervpn.presentation.shared.Customers.Customer;
import io.cybervpn.presentation.shared.ShopWorld;
import io.cybervpn.sandbox.http.Fault;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** R80–R83, R90, R97. */
@QuarkusTest
class OrdersTest {
    static final String ORDERS = "/api/v1/orders";

    @Inject Customers customers;
    @Inject TestPlans plans;

    private Customer buyer;

    @BeforeEach
    void somebody_comes() {
        buyer = customers.someone();
    }

    @AfterEach
    void the_provider_is_well() {
        ShopWorld.sandbox().cryptoPay().faults().clear();
    }

    static String wish(String plan, int days, String currency) {
        return """
        {"planId": "%s", "termDays": %d, "currency": "%s", "paymentMethod": "cryptobot"}"""
                .formatted(plan, days, currency);
    }

    private static String basic() {
        return wish(TestPlans.BASIC, 30, "RUB");
    }

    private static String freshKey() {
        return UUID.randomUUID().toString();
    }

    private Response place(String body) {
        return buyer.asks(freshKey()).body(body).post(ORDERS);
    }

    @Test
    void an_order_waits_with_a_place_to_pay() {
        JsonPath order = place(basic()).then().statusCode(201).extract().jsonPath();

        assertThat(order.getString("status")).isEqualTo("awaiting_payment");
        assertThat(order.getString("planId")).isEqualTo(TestPlans.BASIC);
        assertThat(order.getInt("termDays")).isEqualTo(30);
        assertThat(order.getString("total.amount")).isEqualTo("199.00");
        assertThat(order.getString("payment.status")).isEqualTo("pending");
        assertThat(order.getString("payment.provider")).isEqualTo("cryptobot");
        assertThat(order.getString("payment.payUrl")).startsWith("http");
        assertThat(order.getString("paidAt")).isNull();
        assertThat(order.getString("subscriptionId")).isNull();

        buyer.asks()
                .get(ORDERS + "/" + order.getString("id"))
                .then()
                .statusCode(200)
                .body("", equalTo(order.getMap("")));
    }

    @Test
    void the_same_key_and_body_replays_the_first_answer() {
        String key = freshKey();
        Response first = buyer.asks(key).body(basic()).post(ORDERS);
        Response second = buyer.asks(key).body(basic()).post(ORDERS);

        first.then().statusCode(201).header("Idempotency-Replayed", nullValue());
        second.then().statusCode(201).header("Idempotency-Replayed", equalTo("true"));
        assertThat(second.jsonPath().getMap("")).isEqualTo(first.jsonPath().getMap(""));
    }

    @Test
    void the_same_key_with_another_body_is_refused() {
        String key = freshKey();
        buyer.asks(key).body(basic()).post(ORDERS).then().statusCode(201);

        buyer.asks(key)
                .body(wish(TestPlans.BASIC, 90, "RUB"))
                .post(ORDERS)
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency_key_reused"));
    }

    @Test
    void a_refused_call_leaves_its_key_free() {
        String key = freshKey();
        buyer.asks(key)
                .body(wish(TestPlans.BASIC, 31, "RUB"))
                .post(ORDERS)
                .then()
                .statusCode(422)
                .body("code", equalTo("term_not_offered"));

        buyer.asks(key).body(basic()).post(ORDERS).then().statusCode(201);
    }

    @Test
    void a_key_is_required_and_a_login_too() {
        buyer.asks()
                .body(basic())
                .post(ORDERS)
                .then()
                .statusCode(400)
                .body("code", equalTo("idempotency_key_missing"));
        given().contentType("application/json")
                .header("Idempotency-Key", freshKey())
                .body(basic())
                .post(ORDERS)
                .then()
                .statusCode(401)
                .body("code", equalTo("unauthorized"));
        given().get(ORDERS).then().statusCode(401);
    }

    @Test
    void twenty_calls_at_once_with_one_key_make_one_order_and_one_invoice() {
        String key = freshKey();
        List<Integer> statuses =
                IntStream.range(0, 20)
                        .mapToObj(_ -> CompletableFuture.supplyAsync(() -> statusOf(key)))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .toList();

        assertThat(statuses).contains(201).isSubsetOf(201, 409);
        JsonPath mine = buyer.asks().get(ORDERS).jsonPath();
        assertThat(mine.getLong("page.total")).isEqualTo(1);
        assertThat(invoicesOf(mine.getString("items[0].payment.id"))).isEqualTo(1);
    }

    private int statusOf(String key) {
        return buyer.asks(key).body(basic()).post(ORDERS).statusCode();
    }

    private static long invoicesOf(String payment) {
        return ShopWorld.sandbox().cryptoPay().invoices().byPayload(payment).size();
    }

    @Test
    void what_is_not_for_sale_is_refused_and_stores_nothing() {
        place(wish(UUID.randomUUID().toString(), 30, "RUB"))
                .then()
                .statusCode(404)
                .body("code", equalTo("plan_not_found"));
        place(wish(plans.unsold(), 30, "RUB"))
                .then()
                .statusCode(409)
                .body("code", equalTo("plan_not_on_sale"));
        place(wish(TestPlans.BASIC, 30, "GOLD"))
                .then()
                .statusCode(400)
                .body("code", equalTo("currency_unknown"));
        place(basic().replace("cryptobot", "barter"))
                .then()
                .statusCode(422)
                .body("code", equalTo("payment_method_unavailable"));
        place("{\"termDays\": \"x\"}").then().statusCode(400);
        place("{}").then().statusCode(400).body("code", equalTo("validation_failed"));

        buyer.asks().get(ORDERS).then().body("page.total", equalTo(0));
    }

    @Test
    void what_the_provider_cannot_take_is_said_to_be_refused() {
        place(wish(TestPlans.BASIC, 30, "XTR"))
                .then()
                .statusCode(422)
                .body("code", equalTo("payment_refused"))
                .body("params.orderId", notNullValue());
    }

    @Test
    void the_order_stands_when_the_provider_is_down() {
        ShopWorld.sandbox()
                .cryptoPay()
                .faults()
                .add(Fault.of(Fault.Kind.ERROR, 502).on("", "/api/createInvoice"));

        JsonPath order =
                place(basic())
                        .then()
                        .statusCode(201)
                        .body("status", equalTo("awaiting_payment"))
                        .body("payment.status", equalTo("pending"))
                        .body("payment.payUrl", nullValue())
                        .extract()
                        .jsonPath();

        buyer.asks().get(ORDERS + "/" + order.getString("id")).then().statusCode(200);
    }

    @Test
    void orders_of_others_are_not_there() {
        String order = place(basic()).jsonPath().getString("id");
        Customer other = customers.someone();

        other.asks()
                .get(ORDERS + "/" + order)
                .then()
                .statusCode(404)
                .body("code", equalTo("not_found"));
        other.asks().get(ORDERS).then().body("items", hasSize(0));
        buyer.asks().get(ORDERS + "/" + UUID.randomUUID()).then().statusCode(404);
        buyer.asks().get(ORDERS + "/no-uuid").then().statusCode(404);
    }

    @Test
    void own_orders_are_listed_newest_first_page_by_page() {
        String first = place(basic()).jsonPath().getString("id");
        String second = place(basic()).jsonPath().getString("id");
        String third = place(basic()).jsonPath().getString("id");

        buyer.asks()
                .get(ORDERS + "?size=2")
                .then()
                .body("items.id", contains(third, second))
                .body("items.status", everyItem(is("awaiting_payment")))
                .body("page.total", equalTo(3))
                .body("page.totalPages", equalTo(2));
        buyer.asks()
                .get(ORDERS + "?size=2&page=1&count=false")
                .then()
                .body("items.id", contains(first))
                .body("page.total", nullValue());
        buyer.asks().get(ORDERS + "?size=0").then().statusCode(400);
        buyer.asks().get(ORDERS + "?size=201").then().statusCode(400);
        buyer.asks().get(ORDERS + "?page=-1").then().statusCode(400);
    }

    @Test
    void the_older_doors_lead_to_the_same_checkout() {
        String key = freshKey();
        String wish = basic().replace(", \"paymentMethod\": \"cryptobot\"", "");

        JsonPath payment =
                buyer.asks(key)
                        .body(wish)
                        .post("/api/v1/payments/crypto/invoice")
                        .then()
                        .statusCode(201)
                        .body("status", equalTo("pending"))
                        .body("amount.amount", equalTo("199.00"))
                        .body("payUrl", startsWith("http"))
                        .extract()
                        .jsonPath();
        String order =
                buyer.asks(key)
                        .body(basic())
                        .post("/api/v1/subscriptions")
                        .then()
                        .statusCode(201)
                        .body("status", equalTo("awaiting_payment"))
                        .extract()
                        .path("id");

        assertThat(order).isNotEqualTo(payment.getString("orderId"));
        buyer.asks()
                .get(ORDERS)
                .then()
                .body("items.id", contains(order, payment.getString("orderId")));
    }

    @Test
    void a_subscription_that_is_not_ones_own_is_not_renewed() {
        String renewal =
                basic().replace("}", ", \"subscriptionId\": \"" + UUID.randomUUID() + "\"}");

        place(renewal).then().statusCode(404).body("code", equalTo("subscription_not_found"));
    }
}
