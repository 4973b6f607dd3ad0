package io.cybervpn.presentation.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.cybervpn.application.payment.CompareWithProvider;
import io.cybervpn.sandbox.http.Fault;
import io.cybervpn.sandbox.telegram.TelegramBot;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A subscription that Telegram charges for by itself, over HTTP and on PostgreSQL (R72, R95). */
@QuarkusTest
class StarsRecurringTest extends StarsSubscriber {
    private static final String EDIT = "/bot" + TelegramBot.TOKEN + "/editUserStarSubscription";

    @Inject CompareWithProvider compareWithProvider;

    @Test
    void a_month_is_one_period_more_however_often_and_in_which_order_it_is_pushed() {
        holdBack();
        JsonObject second = month();
        holdBack();
        JsonObject third = month();

        assertThat(push(third.encode())).isEqualTo(200);
        IntStream.range(0, 20)
                .mapToObj(
                        i ->
                                CompletableFuture.supplyAsync(
                                        () -> push(second.encode() + " ".repeat(i))))
                .toList()
                .forEach(answer -> assertThat(answer.join()).isEqualTo(200));

        awaitEnd(end.plus(MONTH).plus(MONTH));
        await().atMost(PATIENCE).until(() -> count("invoice where account_id = $1") == 3);
        await().atMost(PATIENCE).until(() -> waiting() == 0);
        assertThat(paidOrders()).isEqualTo(3);
        assertThat(end()).isEqualTo(end.plus(MONTH).plus(MONTH));
        assertThat(missed()).isEmpty();
    }

    private long waiting() {
        return Long.parseLong(
                one(
                        "select count(*)::text as x from inbox where source = 'telegram' and status"
                                + " = $1",
                        Tuple.of("received")));
    }

    /** What Telegram took of this subscription, and the books do not know, or the other way. */
    private List<String> missed() {
        CompareWithProvider.Result result =
                compareWithProvider
                        .execute(
                                new CompareWithProvider.Query(
                                        "stars",
                                        Instant.now().minusSeconds(300),
                                        Instant.now().plusSeconds(60)))
                        .await()
                        .indefinitely();
        List<String> own =
                telegram.invoices().transactions().stream()
                        .filter(it -> it.encode().contains(payment))
                        .map(it -> it.getString("id"))
                        .toList();
        assertThat(own).hasSize(3);
        return ((CompareWithProvider.Result.Compared) result)
                .differences().stream().map(it -> it.subject()).filter(own::contains).toList();
    }

    @Test
    void a_push_that_never_came_is_made_good() {
        holdBack();
        month();

        pool.preparedQuery(
                        "update payment_mandate set look_at = now() - interval '1 minute' where"
                                + " payment_id = $1")
                .execute(id(payment))
                .await()
                .indefinitely();

        awaitEnd(end.plus(MONTH));
        assertThat(paidOrders()).isEqualTo(2);
    }

    @Test
    void its_owner_ends_it_and_has_it_go_on() {
        buyer.asks()
                .get(path())
                .then()
                .statusCode(200)
                .body("state", equalTo("running"))
                .body("provider", equalTo("stars"))
                .body("periodDays", equalTo(30));
        telegram.faults().add(Fault.of(Fault.Kind.DROP_BEFORE, 0).on("POST", EDIT).times(1));

        put(false)
                .statusCode(200)
                .body("state", equalTo("cancelled"))
                .body("nextChargeAt", nullValue());
        put(false).statusCode(200);

        await().atMost(PATIENCE).until(this::isTold);
        assertThat(telegram.invoices().passMonth(charge, new JsonObject())).isEmpty();
        assertThat(telegram.invoices().subscriptions().enable(charge)).isFalse();

        put(true).statusCode(200).body("state", equalTo("cancelled"));
        await().atMost(PATIENCE).until(() -> telegram.invoices().subscriptions().enable(charge));
        await().atMost(PATIENCE).until(() -> state().equals("running"));
        month();
        awaitEnd(end.plus(MONTH));
    }

    /** What waits for its next try is tried now. */
    private boolean isTold() {
        pool.preparedQuery(
                        "update payment_mandate set look_at = now() where payment_id = $1 and"
                                + " to_tell is not null")
                .execute(id(payment))
                .await()
                .indefinitely();
        return untold().isEmpty();
    }

    private String untold() {
        return one(
                "select coalesce(to_tell, '') as x from payment_mandate where payment_id = $1",
                id(payment));
    }

    @Test
    void what_its_payer_ends_at_telegram_is_ended_here() {
        telegram.invoices().subscriptions().cancel(charge);

        await().atMost(PATIENCE).until(() -> state().equals("cancelled"));
        assertThat(untold()).isEmpty();
        telegram.invoices().subscriptions().fail(charge);
        await().atMost(PATIENCE).until(() -> state().equals("failed"));
        put(true).statusCode(409).body("code", equalTo("recurring_payment_over"));
    }

    @Test
    void nobody_else_charges_for_it_and_its_plan_stays() {
        buyer.asks()
                .body(
                        """
                        {"enabled":true,"method":"wallet","termDays":30,"consentVersion":"2026-11",
                         "shownPrice":{"amount":"399.00","currency":"RUB"}}""")
                .put("/api/v1/subscriptions/" + subscription + "/auto-renew")
                .then()
                .statusCode(409)
                .body("code", equalTo("charged_by_provider"));
        buyer.asks()
                .body(
                        "{\"planId\":\"%s\",\"termDays\":30,\"currency\":\"XTR\"}"
                                .formatted(TestPlans.BASIC))
                .post("/api/v1/subscriptions/" + subscription + "/change-plan?preview=true")
                .then()
                .statusCode(409)
                .body("code", equalTo("charged_by_provider"));
        place(
                        wish(30, "\"2026-11\"")
                                .replaceFirst("}", ",\"subscriptionId\":\"" + subscription + "\"}"))
                .statusCode(409)
                .body("code", equalTo("charged_by_provider"));
        assertThat(count("sales_order where account_id = $1")).isEqualTo(1);
    }

    @Test
    void a_refund_of_one_charge_takes_its_period_alone() {
        month();
        awaitEnd(end.plus(MONTH));
        String second =
                telegram.invoices().transactions().stream()
                        .filter(it -> it.encode().contains(payment))
                        .map(it -> it.getString("id"))
                        .filter(it -> !it.equals(charge))
                        .findFirst()
                        .orElseThrow();

        assertThat(telegram.invoices().giveBack(second, TelegramBot.USER)).isTrue();

        awaitEnd(end);
        assertThat(
                        one(
                                "select p.provider_reference as x from payment p join refund r on"
                                        + " r.payment_id = p.id where p.payer = $1",
                                Tuple.of(buyer.id().value())))
                .isEqualTo(second);
    }

    @Test
    void other_words_and_other_terms_are_refused_and_nothing_is_ordered() {
        place(wish(30, "\"1999-01\""))
                .statusCode(409)
                .body("code", equalTo("consent_text_changed"));
        place(wish(365, "\"2026-11\""))
                .statusCode(422)
                .body("code", equalTo("recurring_not_offered"));
        buyer.asks()
                .get("/api/v1/payment-methods/recurring")
                .then()
                .statusCode(200)
                .body("version", equalTo("2026-11"));
        assertThat(count("sales_order where account_id = $1")).isEqualTo(1);
    }
}
