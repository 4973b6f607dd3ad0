package io.cybervpn.presentation.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cybervpn.presentation.identity.Logins;
import io.cybervpn.presentation.shared.ShopWorld;
import io.cybervpn.sandbox.yookassa.YooKassa;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** R94, R100: a sale, explained from the order to the panel. */
@QuarkusTest
class PaymentTimelineTest {
    /** R94: "provider events, inbox rows, state changes, ledger lines, …", and what came since. */
    private static final Set<String> KINDS =
            Set.of(
                    "order",
                    "provider",
                    "inbox",
                    "payment",
                    "ledger",
                    "outbox",
                    "panel",
                    "message",
                    "subscription",
                    "refund",
                    "invoice",
                    "credit_note",
                    "receipt");

    @Inject Pool pool;

    private static JsonObject wish(String provider) {
        String plan =
                given().get("/api/v1/plans?currency=RUB&size=200")
                        .then()
                        .extract()
                        .path("items.find { it.code == 'basic' }.id");
        return new JsonObject()
                .put("planId", plan)
                .put("termDays", 30)
                .put("currency", "RUB")
                .put("paymentMethod", provider);
    }

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
        Shopper shopper = Shopper.register();
        JsonPath order = shopper.ordered(wish("cryptobot"));
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

    /** Each kind that the timeline promises, by a sale whose money went back at the provider. */
    @Test
    void a_sale_that_was_taken_back_shows_every_kind_of_step() {
        Shopper shopper = Shopper.register();
        JsonPath order = shopper.ordered(wish("yookassa"));
        String payment = order.getString("payment.id");
        YooKassa yooKassa = ShopWorld.sandbox().yooKassa();
        String theirs =
                yooKassa.payments().byMetadata("payment", payment).getFirst().getString("id");
        assertThat(yooKassa.payments().pay(theirs).getString("status")).isEqualTo("succeeded");
        shopper.connectable(shopper.settled(order).getString("subscriptionId"));
        receipt(payment);
        assertThat(yooKassa.refunds().inCabinet(theirs, value(theirs))).isNotNull();

        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> assertThat(kinds(payment)).containsAll(KINDS));

        JsonPath timeline = timeline(payment);
        assertThat(of(timeline, "inbox"))
                .containsExactly("push stored", "push applied", "push stored", "push applied");
        assertThat(of(timeline, "receipt")).containsExactly("queued", "registered");
        assertThat(of(timeline, "invoice")).contains("issued", "paid");
        assertThat(of(timeline, "credit_note")).containsExactly("issued");
        assertThat(of(timeline, "refund")).containsExactly("wanted by provider", "succeeded");
        assertThat(of(timeline, "subscription")).containsExactly("extended", "shortened");
        assertThat(of(timeline, "message")).containsExactly("payment.mail-on-refunded done");
        assertThat(of(timeline, "outbox")).contains("subscription.shorten done");
        pool.preparedQuery("delete from fiscal_receipt where payment_id = $1")
                .execute(Tuple.of(UUID.fromString(payment)))
                .await()
                .indefinitely();
    }

    private static Set<String> kinds(String payment) {
        return Set.copyOf(timeline(payment).getList("items.source"));
    }

    private static String value(String theirs) {
        return ShopWorld.sandbox()
                .yooKassa()
                .payments()
                .find(theirs)
                .orElseThrow()
                .getJsonObject("amount")
                .getString("value");
    }

    /** As a registrar would have made it; none is on here. */
    private void receipt(String payment) {
        pool.preparedQuery(
                        """
                        insert into fiscal_receipt (id, registrar, payment_id, cause, about, state,
                            amount_minor, asset, paid_at, happened_at, created_at, closed_at, reference)
                        select gen_random_uuid(), 'office', id, 'payment', id, 'registered',
                            received_minor, received_asset, paid_at, paid_at, now(), now(), 'r-' || id
                        from payment where id = $1""")
                .execute(Tuple.of(UUID.fromString(payment)))
                .await()
                .indefinitely();
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
