package io.cybervpn.presentation.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cybervpn.presentation.identity.StaffMembers;
import io.cybervpn.presentation.live.LiveClient;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** R139, R152, R153: a sale as those see it who look on. */
@QuarkusTest
class LiveJourneyTest {
    @TestHTTPResource URI shop;
    @Inject StaffMembers staff;

    private LiveClient open(String path, String token) {
        return new LiveClient.Wish(shop, path).bearer(token).open();
    }

    @Test
    void buyer_and_staff_hear_of_a_sale_without_asking() {
        Shopper shopper = Shopper.register();
        try (LiveClient buyer = open("notifications", shopper.token());
                LiveClient desk = open("monitoring", staff.withRole("operator").token())) {
            buyer.next("connected");
            desk.say("{\"type\":\"subscribe\",\"id\":\"c1\",\"topics\":[\"payments\"]}");
            desk.next("ack");
            JsonPath order = shopper.ordered(wish());
            shopper.pay(order);
            JsonPath paid = shopper.settled(order);

            Map<String, JsonNode> heard = heard(buyer);
            assertThat(heard.get("payment.received").at("/amount/currency").isTextual()).isTrue();
            assertThat(heard.get("payment.received").path("paymentId").asText())
                    .isEqualTo(paid.getString("payment.id"));
            assertThat(heard.get("order.paid").path("orderId").asText())
                    .isEqualTo(order.getString("id"));
            String subscription = paid.getString("subscriptionId");
            assertThat(heard.get("subscription.renewed").path("subscriptionId").asText())
                    .isEqualTo(subscription);
            assertThat(heard.get("service.status").path("subscriptionId").asText())
                    .isEqualTo(subscription);
            assertThat(heard.get("service.status").path("status").asText()).isEqualTo("active");
            assertThat(deskHears(desk, paid.getString("payment.id")).path("provider").asText())
                    .isEqualTo("cryptobot");
        }
    }

    /** Handlers of one event run in any order, so news of them come in any order too. */
    private static Map<String, JsonNode> heard(LiveClient buyer) {
        Map<String, JsonNode> heard = new HashMap<>();
        while (heard.size() < 4) {
            JsonNode one = buyer.next();
            heard.put(one.path("type").asText(), one.path("data"));
        }
        return heard;
    }

    private static JsonNode deskHears(LiveClient desk, String payment) {
        while (true) {
            JsonNode data = desk.next("payment.received").path("data");
            if (data.path("paymentId").asText().equals(payment)) {
                return data;
            }
        }
    }

    private static JsonObject wish() {
        JsonPath window =
                given().get("/api/v1/plans?currency=RUB&size=200").then().extract().jsonPath();
        return new JsonObject()
                .put("planId", window.getString("items.find { it.code == 'basic' }.id"))
                .put("termDays", 30)
                .put("currency", "RUB")
                .put("paymentMethod", "cryptobot");
    }
}
