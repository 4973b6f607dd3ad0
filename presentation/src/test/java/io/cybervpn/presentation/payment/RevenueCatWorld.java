package io.cybervpn.presentation.payment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.cybervpn.presentation.identity.Logins;
import io.cybervpn.presentation.shared.BreakableOutbox;
import io.cybervpn.presentation.shared.ShopWorld;
import io.cybervpn.sandbox.revenuecat.RevenueCat;
import io.cybervpn.sandbox.revenuecat.Subscribers.Wish;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A customer who buys in an app store, and what can be seen of it. */
abstract class RevenueCatWorld {
    static final String BASIC = "019b0000-0000-7000-8000-000000000011";
    static final Duration MONTH = Duration.ofDays(30);

    final RevenueCat revenueCat = ShopWorld.sandbox().revenueCat();
    final String product = "month_" + UUID.randomUUID().toString().substring(0, 8);

    @Inject Pool pool;

    Buyer buyer;

    /** A customer who logs in to look. */
    record Buyer(String id, String token) {
        static Buyer fresh() {
            var registered = Logins.register(Logins.freshEmail()).extract();
            return new Buyer(registered.path("account.id"), registered.path("tokens.accessToken"));
        }

        List<Map<String, Object>> subscriptions() {
            return given().auth()
                    .oauth2(token)
                    .get("/api/v1/subscriptions")
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("items");
        }

        Instant end() {
            return Instant.parse((String) subscriptions().getFirst().get("expireAt"));
        }
    }

    @BeforeEach
    void map() {
        buyer = Buyer.fresh();
        mapped(product);
    }

    @AfterEach
    void mend() {
        revenueCat.faults().clear();
        BreakableOutbox.repair();
    }

    static RequestSpecification staff() {
        return given().auth().oauth2(Logins.admin()).contentType("application/json");
    }

    static void mapped(String product) {
        staff().body(Map.of("planId", BASIC))
                .put("/api/v1/admin/store-products/app_store/" + product)
                .then()
                .statusCode(200)
                .body("planId", equalTo(BASIC));
    }

    void buy() {
        assertThat(revenueCat.subscribers().buy(buyer.id(), Wish.of(product, MONTH))).isNotEmpty();
    }

    void awaitStatus(Buyer who, String status) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(
                        () ->
                                assertThat(who.subscriptions())
                                        .extracting(one -> one.get("status"))
                                        .containsExactly(status));
    }

    void bought() {
        buy();
        awaitStatus(buyer, "active");
    }

    Push push(JsonObject event) {
        String body = new JsonObject().put("api_version", "1.0").put("event", event).encode();
        return new Push("revenuecat", body, headers(body));
    }

    Map<String, String> headers(String body) {
        Map<String, String> headers =
                new HashMap<>(revenueCat.headers(body.getBytes(StandardCharsets.UTF_8)));
        headers.remove("Content-Type");
        return headers;
    }

    JsonObject event(String type) {
        return new JsonObject()
                .put("id", UUID.randomUUID().toString())
                .put("type", type)
                .put("app_user_id", buyer.id())
                .put("environment", "PRODUCTION")
                .put("event_timestamp_ms", Instant.now().toEpochMilli());
    }

    /** Bought, and nobody was told. */
    void boughtSilently() {
        boughtSilently(MONTH);
    }

    void boughtSilently(Duration lasts) {
        String target =
                given().baseUri("http://127.0.0.1")
                        .port(revenueCat.url().getPort())
                        .get("/_sandbox/webhooks")
                        .then()
                        .extract()
                        .path("target");
        revenueCat.webhooks().target("");
        assertThat(revenueCat.subscribers().buy(buyer.id(), Wish.of(product, lasts))).isNotEmpty();
        revenueCat.webhooks().target(target);
    }

    String inbox(JsonObject event) {
        var rows =
                pool.preparedQuery(
                                "select status from inbox where source = 'revenuecat' and dedupe_key = $1")
                        .execute(Tuple.of(event.getString("id")))
                        .await()
                        .indefinitely()
                        .iterator();
        return rows.hasNext() ? rows.next().getString("status") : "none";
    }

    void awaitInbox(JsonObject event, String status) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(() -> assertThat(inbox(event)).isEqualTo(status));
    }

    long count(String sql) {
        return pool.preparedQuery(sql)
                .execute(Tuple.of(UUID.fromString(buyer.id())))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }
}
