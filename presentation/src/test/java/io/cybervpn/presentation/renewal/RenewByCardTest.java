package io.cybervpn.presentation.renewal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.cybervpn.application.payment.ResolveOpenPayments;
import io.cybervpn.application.renewal.RunRenewals;
import io.cybervpn.presentation.shared.Customers;
import io.cybervpn.presentation.shared.Customers.Customer;
import io.cybervpn.presentation.shared.ShopClock;
import io.cybervpn.presentation.shared.ShopWorld;
import io.cybervpn.sandbox.http.Fault;
import io.cybervpn.sandbox.yookassa.YooKassa;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** R95 by a card that YooKassa keeps: agreed to, charged, lost, refused, revoked. */
@QuarkusTest
class RenewByCardTest {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final String SAVED = "/api/v1/payment-methods/saved";
    private static final String BASIC = "019b0000-0000-7000-8000-000000000011";

    @Inject Customers customers;
    @Inject ShopClock clock;
    @Inject RunRenewals runRenewals;
    @Inject ResolveOpenPayments resolveOpenPayments;
    @Inject Pool pool;

    private final YooKassa yooKassa = ShopWorld.sandbox().yooKassa();
    private Customer buyer;
    private String subscription = "";
    private String token = "";

    @BeforeEach
    void somebody_pays_by_a_card_and_lets_it_be_kept() {
        buyer = customers.someone();
        JsonPath order =
                buyer.asks(UUID.randomUUID().toString())
                        .body(wish(",\"keepConsent\":\"2026-11\""))
                        .post("/api/v1/orders")
                        .then()
                        .statusCode(201)
                        .extract()
                        .jsonPath();
        JsonObject payment = paymentOf(order.getString("payment.id"));
        yooKassa.payments().pay(payment.getString("id"));
        await().atMost(PATIENCE).until(() -> count("renewal_cycle") == 1);
        await().atMost(PATIENCE).until(() -> count("saved_method") == 1);
        subscription = one("select id::text as x from subscription where account_id = $1");
        token =
                yooKassa.payments()
                        .find(payment.getString("id"))
                        .orElseThrow()
                        .getJsonObject("payment_method")
                        .getString("id");
    }

    @AfterEach
    void as_it_was() {
        clock.reset();
        yooKassa.clock().reset();
        yooKassa.faults().clear();
    }

    private static String wish(String more) {
        return """
        {"planId":"%s","termDays":30,"currency":"RUB","paymentMethod":"yookassa"%s}"""
                .formatted(BASIC, more);
    }

    private JsonObject paymentOf(String payment) {
        return yooKassa.payments().byMetadata("payment", payment).getFirst();
    }

    private String one(String sql) {
        return pool.preparedQuery(sql)
                .execute(Tuple.of(buyer.id().value()))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getString("x");
    }

    private int count(String table) {
        return Integer.parseInt(
                one("select count(*)::text as x from " + table + " where account_id = $1"));
    }

    private String states() {
        return one(
                "select string_agg(state, ' ' order by period_end) as x from renewal_cycle"
                        + " where account_id = $1");
    }

    private String agree() {
        String method =
                buyer.asks()
                        .get(SAVED)
                        .then()
                        .statusCode(200)
                        .body("items[0].title", equalTo("Bank card *4444"))
                        .body("items[0].provider", equalTo("yookassa"))
                        .extract()
                        .path("items[0].method");
        buyer.asks()
                .body(
                        """
                        {"enabled":true,"method":"%s","termDays":30,"consentVersion":"2026-11",
                         "shownPrice":{"amount":"199.00","currency":"RUB"}}"""
                                .formatted(method))
                .put("/api/v1/subscriptions/" + subscription + "/auto-renew")
                .then()
                .statusCode(200)
                .body("method", equalTo(method));
        clock.advance(Duration.ofDays(29).plusMinutes(1));
        yooKassa.clock().advance(Duration.ofDays(29).plusMinutes(1));
        return method;
    }

    private void run() {
        runRenewals.execute(new RunRenewals.Command(500)).await().indefinitely();
    }

    /** What was charged by the kept card. */
    private List<JsonObject> charges() {
        return yooKassa.payments().all().stream()
                .filter(one -> one.getString("_method", "").equals(token))
                .toList();
    }

    @Test
    void the_kept_card_pays_the_next_period_once() {
        agree();

        run();
        run();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(states()).isEqualTo("paid planned"));
        assertThat(charges()).hasSize(1);
        assertThat(charges().getFirst().getString("status")).isEqualTo("succeeded");
        assertThat(one("select sealed_token as x from saved_method where account_id = $1"))
                .doesNotContain(token);
    }

    @Test
    void a_charge_whose_answer_is_lost_is_found_and_not_made_again() {
        agree();
        yooKassa.faults()
                .add(Fault.of(Fault.Kind.DROP_AFTER, 1).on("POST", "/v3/payments").times(1));
        yooKassa.faults().add(Fault.of(Fault.Kind.HOLD_WEBHOOKS, 0).times(1));

        run();
        assertThat(states()).isEqualTo("charging");
        clock.advance(Duration.ofMinutes(6));
        resolveOpenPayments.execute().await().indefinitely();
        run();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(states()).isEqualTo("paid planned"));
        assertThat(charges()).hasSize(1);
    }

    @Test
    void a_card_without_money_is_told_and_tried_again_with_another_order() {
        agree();
        yooKassa.payments().methods().refuse(token, "insufficient_funds");
        run();
        assertThat(states()).isEqualTo("failed");
        yooKassa.payments().methods().recover(token);
        clock.advance(Duration.ofDays(1));

        run();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(states()).isEqualTo("paid planned"));
        assertThat(charges())
                .extracting(one -> one.getString("status"))
                .containsExactly("canceled", "succeeded");
        assertThat(count("saved_method")).isEqualTo(1);
    }

    @Test
    void a_card_whose_owner_took_it_back_at_the_provider_is_forgotten() {
        agree();
        yooKassa.payments().methods().refuse(token, "permission_revoked");

        run();

        assertThat(states()).isEqualTo("failed");
        assertThat(count("saved_method")).isZero();
        assertThat(count("payment_keep_consent")).isEqualTo(1);
    }

    @Test
    void a_forgotten_card_is_not_charged_and_only_its_owner_forgets_it() {
        String method = agree().substring("saved:".length());
        customers.someone().asks().delete(SAVED + "/" + method).then().statusCode(404);
        buyer.asks().delete(SAVED + "/" + method).then().statusCode(204);
        buyer.asks().delete(SAVED + "/" + method).then().statusCode(404);

        run();

        assertThat(charges()).isEmpty();
        assertThat(states()).isEqualTo("failed");
    }

    @Test
    void nothing_is_kept_of_who_did_not_agree_and_old_words_are_no_agreement() {
        buyer.asks(UUID.randomUUID().toString())
                .body(wish(",\"keepConsent\":\"1999-01\""))
                .post("/api/v1/orders")
                .then()
                .statusCode(409)
                .body("code", equalTo("consent_text_changed"));
        String payment =
                buyer.asks(UUID.randomUUID().toString())
                        .body(wish(""))
                        .post("/api/v1/orders")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("payment.id");
        yooKassa.payments().pay(paymentOf(payment).getString("id"));

        await().atMost(PATIENCE).until(() -> count("renewal_cycle") == 2);
        assertThat(count("saved_method")).isEqualTo(1);
    }
}
