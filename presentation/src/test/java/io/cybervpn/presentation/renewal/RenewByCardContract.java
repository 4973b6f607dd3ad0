package io.cybervpn.presentation.renewal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.cybervpn.application.payment.ResolveOpenPayments;
import io.cybervpn.application.renewal.RunRenewals;
import io.cybervpn.presentation.shared.Customers;
import io.cybervpn.presentation.shared.Customers.Customer;
import io.cybervpn.presentation.shared.ShopClock;
import io.cybervpn.sandbox.http.Fault;
import io.cybervpn.sandbox.http.Faults;
import io.cybervpn.sandbox.http.SandboxClock;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** R95 by a card that a provider keeps: agreed to, charged, lost, refused, revoked. */
abstract class RenewByCardContract {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final String SAVED = "/api/v1/payment-methods/saved";
    private static final String BASIC = "019b0000-0000-7000-8000-000000000011";

    @Inject Customers customers;
    @Inject ShopClock clock;
    @Inject RunRenewals runRenewals;
    @Inject ResolveOpenPayments resolveOpenPayments;
    @Inject Pool pool;

    Customer buyer;
    private String subscription = "";

    /** Its name of the card that is kept. */
    String token = "";

    /** A provider's sandbox, as far as cards go. */
    interface Cards {
        String provider();

        /** What the kept card is called. */
        String title();

        /** Somebody pays; the provider's name of the card that it kept. */
        String pay(String payment);

        /** From now on it has no money. */
        void empty(String token);

        /** From now on its owner does not want it charged, or it has run out. */
        void revoke(String token);

        void recover(String token);

        /** Of each charge by it, whether it came through. */
        List<Boolean> charges(String token);

        Fault onCharge(Fault fault);

        /** How many pushes a charge that comes through sends. */
        int pushes();

        Faults faults();

        SandboxClock clock();
    }

    abstract Cards cards();

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
        token = cards().pay(order.getString("payment.id"));
        await().atMost(PATIENCE).until(() -> count("renewal_cycle") == 1);
        await().atMost(PATIENCE).until(() -> count("saved_method") == 1);
        subscription = one("select id::text as x from subscription where account_id = $1");
    }

    @AfterEach
    void as_it_was() {
        clock.reset();
        cards().clock().reset();
        cards().faults().clear();
    }

    private String wish(String more) {
        return """
        {"planId":"%s","termDays":30,"currency":"RUB","paymentMethod":"%s"%s}"""
                .formatted(BASIC, cards().provider(), more);
    }

    String one(String sql) {
        return pool.preparedQuery(sql)
                .execute(Tuple.of(buyer.id().value()))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getString("x");
    }

    int count(String table) {
        return Integer.parseInt(
                one("select count(*)::text as x from " + table + " where account_id = $1"));
    }

    /** How often this step was told. */
    int told(String step) {
        return Integer.parseInt(
                one(
                        "select count(*)::text as x from renewal_step s join subscription u"
                                + " on u.id = s.subscription_id where u.account_id = $1"
                                + " and s.step like '%"
                                + step
                                + "%'"));
    }

    String states() {
        return one(
                "select string_agg(state, ' ' order by period_end) as x from renewal_cycle"
                        + " where account_id = $1");
    }

    String agree() {
        String method =
                buyer.asks()
                        .get(SAVED)
                        .then()
                        .statusCode(200)
                        .body("items[0].title", equalTo(cards().title()))
                        .body("items[0].provider", equalTo(cards().provider()))
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
        cards().clock().advance(Duration.ofDays(29).plusMinutes(1));
        return method;
    }

    void run() {
        runRenewals.execute(new RunRenewals.Command(500)).await().indefinitely();
    }

    @Test
    void the_kept_card_pays_the_next_period_once() {
        agree();

        run();
        run();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(states()).isEqualTo("paid planned"));
        assertThat(cards().charges(token)).containsExactly(true);
        assertThat(one("select sealed_token as x from saved_method where account_id = $1"))
                .doesNotContain(token);
    }

    @Test
    void a_charge_whose_answer_is_lost_is_found_and_not_made_again() {
        agree();
        Faults faults = cards().faults();
        faults.add(cards().onCharge(Fault.of(Fault.Kind.DROP_AFTER, 1)).times(1));
        faults.add(Fault.of(Fault.Kind.HOLD_WEBHOOKS, 0).times(cards().pushes()));

        run();
        assertThat(states()).isEqualTo("charging");
        clock.advance(Duration.ofMinutes(6));
        resolveOpenPayments.execute().await().indefinitely();
        run();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(states()).isEqualTo("paid planned"));
        assertThat(cards().charges(token)).containsExactly(true);
    }

    @Test
    void a_card_without_money_is_told_and_tried_again_with_another_order() {
        agree();
        cards().empty(token);
        run();
        assertThat(states()).isEqualTo("failed");
        cards().recover(token);
        clock.advance(Duration.ofDays(1));

        run();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(states()).isEqualTo("paid planned"));
        assertThat(cards().charges(token)).containsExactly(false, true);
        assertThat(told("charge_failed")).isEqualTo(1);
        assertThat(count("saved_method")).isEqualTo(1);
    }

    @Test
    void a_card_whose_owner_took_it_back_at_the_provider_is_forgotten() {
        agree();
        cards().revoke(token);

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

        assertThat(cards().charges(token)).isEmpty();
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
        assertThat(cards().pay(payment)).isEmpty();

        await().atMost(PATIENCE).until(() -> count("renewal_cycle") == 2);
        assertThat(count("saved_method")).isEqualTo(1);
    }
}
