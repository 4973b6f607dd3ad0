package io.cybervpn.presentation.payment;

import static io.cybervpn.presentation.payment.Till.Effect.NONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.payment.PaymentView;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.presentation.shared.ShopWorld;
import io.cybervpn.sandbox.telegram.TelegramBot;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Stars pass the acceptance suite, and what only they have (R73, R84, R85). */
@QuarkusTest
@Accepts("stars")
class StarsAcceptanceTest extends GatewayContract {
    private static final JsonObject AS_IT_IS = new JsonObject();

    private final StarsStand stand = new StarsStand();
    private final TelegramBot telegram = ShopWorld.sandbox().telegram();

    @Override
    Stand stand() {
        return stand;
    }

    private JsonObject ask(Push question) {
        HttpResponse<String> answer = question.answer();
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/json");
        JsonObject call = new JsonObject(answer.body());
        assertThat(call.getString("method")).isEqualTo("answerPreCheckoutQuery");
        assertThat(call.getString("pre_checkout_query_id")).isNotBlank();
        return call;
    }

    private boolean ok(Push question) {
        return ask(question).getBoolean("ok");
    }

    @Test
    void who_presses_the_button_is_asked_about_and_then_pays() throws Exception {
        PaymentView payment = payment();

        JsonObject answer =
                telegram.invoices()
                        .pay(StarsStand.slug(payment), TelegramBot.USER)
                        .get(15, TimeUnit.SECONDS);

        assertThat(answer.getBoolean("ok")).isTrue();
        till.awaitState(payment, "captured");
        assertThat(till.effect(payment)).isEqualTo(capturedOnce());
    }

    @Test
    void a_question_alone_is_no_money_and_is_not_stored() {
        PaymentView payment = payment();
        Push question = stand.question(payment, TelegramBot.USER, AS_IT_IS);

        assertThat(ok(question)).isTrue();

        assertThat(till.inboxStatus(stand, question)).isEmpty();
        assertThat(till.effect(payment)).isEqualTo(NONE);
    }

    @Test
    void what_does_not_fit_is_refused_before_the_money() {
        PaymentView payment = payment();
        for (JsonObject lie :
                new JsonObject[] {
                    new JsonObject().put("total_amount", 249),
                    new JsonObject().put("total_amount", 251),
                    new JsonObject().put("currency", "USD"),
                    new JsonObject().put("invoice_payload", UUID.randomUUID().toString()),
                    new JsonObject().put("invoice_payload", "order:7f3c")
                }) {
            JsonObject answer = ask(stand.question(payment, TelegramBot.USER, lie));
            assertThat(answer.getBoolean("ok")).as(lie.encode()).isFalse();
            assertThat(answer.getString("error_message")).isNotBlank();
        }
    }

    @Test
    void what_is_paid_or_late_is_refused_before_the_money() {
        PaymentView paid = payment();
        assertThat(stand.paid(paid).deliver()).isEqualTo(200);
        till.awaitState(paid, "captured");
        assertThat(ok(stand.question(paid, TelegramBot.USER, AS_IT_IS))).isFalse();

        PaymentView late = payment();
        clock.advance(Duration.ofHours(2));
        assertThat(ok(stand.question(late, TelegramBot.USER, AS_IT_IS))).isFalse();
    }

    @Test
    void a_payer_who_is_known_to_be_somebody_else_is_refused() {
        UUID account =
                pool.query("select id from account order by created_at limit 1")
                        .execute()
                        .await()
                        .indefinitely()
                        .iterator()
                        .next()
                        .getUUID("id");
        UUID identity = UUID.randomUUID();
        pool.preparedQuery(
                        """
                        insert into account_identity (id, account_id, provider, subject, linked_at)
                        values ($1, $2, 'telegram', '4242001', now())""")
                .execute(Tuple.of(identity, account))
                .await()
                .indefinitely();
        stand.payer(new AccountId(account));
        PaymentView payment = payment();

        assertThat(ok(stand.question(payment, 42, AS_IT_IS))).isFalse();
        assertThat(ok(stand.question(payment, 4_242_001, AS_IT_IS))).isTrue();

        pool.preparedQuery("delete from account_identity where id = $1")
                .execute(Tuple.of(identity))
                .await()
                .indefinitely();
    }

    @Test
    void a_question_without_the_secret_is_refused() {
        Push question = stand.question(payment(), TelegramBot.USER, AS_IT_IS);

        assertThat(stand.bare(question).deliver()).isEqualTo(401);
        stand.forged(question).forEach(push -> assertThat(push.deliver()).isEqualTo(401));
    }

    @Test
    void a_question_is_answered_in_time_while_the_database_is_slow() {
        PaymentView payment = payment();
        SqlConnection holder = pool.getConnection().await().indefinitely();
        holder.query("begin").execute().await().indefinitely();
        holder.query("lock table payment in access exclusive mode")
                .execute()
                .await()
                .indefinitely();
        Instant asked = Instant.now();

        JsonObject answer = ask(stand.question(payment, TelegramBot.USER, AS_IT_IS));

        Duration taken = Duration.between(asked, Instant.now());
        holder.query("rollback").execute().await().indefinitely();
        holder.close().await().indefinitely();
        assertThat(taken).isLessThan(Duration.ofSeconds(8));
        assertThat(answer.getBoolean("ok")).isFalse();
    }

    @Test
    void a_link_that_is_paid_twice_keeps_the_second_money_apart() {
        PaymentView payment = payment();
        assertThat(stand.paid(payment).deliver()).isEqualTo(200);
        till.awaitState(payment, "captured");
        Push second = stand.paid(payment);

        assertThat(second.deliver()).isEqualTo(200);

        till.awaitInbox(stand, second, "flagged");
        assertThat(till.effect(payment)).isEqualTo(capturedOnce());
    }

    @Test
    void stars_that_were_given_back_call_staff() {
        Push refund =
                stand.sealed(
                        new JsonObject()
                                .put("update_id", System.nanoTime())
                                .put(
                                        "message",
                                        new JsonObject()
                                                .put(
                                                        "refunded_payment",
                                                        new JsonObject()
                                                                .put(
                                                                        "telegram_payment_charge_id",
                                                                        "stx_1")))
                                .encode());

        assertThat(refund.deliver()).isEqualTo(200);

        till.awaitInbox(stand, refund, "flagged");
    }

    @Test
    void a_genuine_push_that_is_no_json_is_stored_and_flagged() {
        Push push = stand.sealed("{\"update_id\": 1 " + UUID.randomUUID());

        assertThat(push.deliver()).isEqualTo(200);

        till.awaitInbox(stand, push, "flagged");
    }
}
