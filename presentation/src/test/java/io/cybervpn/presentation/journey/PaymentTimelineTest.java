package io.cybervpn.presentation.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.presentation.identity.Logins;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** R94, R100: a sale, explained from the order to the panel. */
@QuarkusTest
class PaymentTimelineTest {
    private static JsonPath timeline(String payment) {
        return given().auth()
                .oauth2(Logins.admin())
                .get("/api/v1/admin/payments/" + payment + "/timeline")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static List<String> of(JsonPath timeline, String source) {
        return timeline.getList("items.findAll { it.source == '" + source + "' }.what");
    }

    @Test
    void all_that_a_payment_did_is_on_one_line_of_time() {
        String plan =
                given().get("/api/v1/plans?currency=RUB&size=200")
                        .then()
                        .extract()
                        .path("items.find { it.code == 'basic' }.id");
        Shopper shopper = Shopper.register();
        JsonPath order =
                shopper.ordered(
                        new JsonObject()
                                .put("planId", plan)
                                .put("termDays", 30)
                                .put("currency", "RUB")
                                .put("paymentMethod", "cryptobot"));
        String payment = order.getString("payment.id");
        assertThat(timeline(payment).getList("items.source")).containsExactly("order", "payment");

        shopper.pay(order);
        shopper.connectable(shopper.settled(order).getString("subscriptionId"));

        JsonPath timeline = timeline(payment);
        assertThat(of(timeline, "order")).containsExactly("placed");
        assertThat(of(timeline, "provider")).containsExactly("paid");
        assertThat(of(timeline, "inbox")).containsExactly("push stored", "push applied");
        assertThat(of(timeline, "payment")).containsExactly("created", "captured");
        assertThat(of(timeline, "ledger")).containsExactly("payment_captured", "order_settled");
        assertThat(of(timeline, "subscription")).containsExactly("extended");
        assertThat(of(timeline, "outbox")).contains("billing.settle-order done");
        assertThat(of(timeline, "panel")).containsExactly("access ready");
        assertThat(timeline.<String>getList("items.at").stream().map(Instant::parse).toList())
                .isSorted();
    }

    @Test
    void a_payment_that_is_not_there_has_no_story() {
        given().auth()
                .oauth2(Logins.admin())
                .get("/api/v1/admin/payments/" + UUID.randomUUID() + "/timeline")
                .then()
                .statusCode(404);
    }
}
