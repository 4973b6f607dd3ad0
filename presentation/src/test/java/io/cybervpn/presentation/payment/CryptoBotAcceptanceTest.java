package io.cybervpn.presentation.payment;

import static io.cybervpn.presentation.payment.Till.Effect.CAPTURED_ONCE;
import static io.cybervpn.presentation.payment.Till.Effect.NONE;
import static io.cybervpn.presentation.payment.Till.deliver;
import static io.cybervpn.presentation.payment.Till.paidInvoice;
import static io.cybervpn.presentation.payment.Till.paidPush;
import static io.cybervpn.presentation.payment.Till.push;
import static io.cybervpn.presentation.payment.Till.signature;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.cybervpn.application.payment.PaymentView;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The acceptance matrix of facts/providers.md §10 for Crypto Pay, row by row, over HTTP; effects
 * are read from the database (R84, R85, R244, R245).
 */
@QuarkusTest
class CryptoBotAcceptanceTest {
    @Inject Till till;

    private PaymentView payment() {
        return till.start();
    }

    @Test
    void a_valid_push_gives_the_money_once() {
        PaymentView payment = payment();

        assertThat(deliver(paidPush(payment))).isEqualTo(200);

        till.awaitState(payment, "captured");
        assertThat(till.effect(payment)).isEqualTo(CAPTURED_ONCE);
    }

    @Test
    void the_same_bytes_again_give_nothing_more() {
        PaymentView payment = payment();
        String push = paidPush(payment);
        assertThat(deliver(push)).isEqualTo(200);
        till.awaitState(payment, "captured");

        assertThat(deliver(push)).isEqualTo(200);

        till.awaitInbox(push, "applied");
        assertThat(till.effect(payment)).isEqualTo(CAPTURED_ONCE);
    }

    @Test
    void twenty_parallel_copies_give_the_money_once() {
        PaymentView payment = payment();
        String push = paidPush(payment);

        List<Integer> answers =
                IntStream.range(0, 20).parallel().mapToObj(_ -> deliver(push)).toList();

        assertThat(answers).containsOnly(200);
        till.awaitState(payment, "captured");
        assertThat(till.effect(payment)).isEqualTo(CAPTURED_ONCE);
    }

    @Test
    void twenty_parallel_pushes_of_other_bytes_give_the_money_once() {
        PaymentView payment = payment();
        JsonObject invoice = paidInvoice(payment);
        List<String> pushes =
                IntStream.range(0, 20)
                        .mapToObj(i -> push(invoice.copy().put("comment", "copy " + i)))
                        .toList();

        assertThat(pushes.parallelStream().map(Till::deliver).toList()).containsOnly(200);

        pushes.forEach(push -> till.awaitInbox(push, "applied"));
        assertThat(till.effect(payment)).isEqualTo(CAPTURED_ONCE);
    }

    @Test
    void a_bad_signature_is_refused() {
        PaymentView payment = payment();
        String push = paidPush(payment);

        assertThat(deliver(push, signature(push + " "))).isEqualTo(401);
        assertThat(deliver(push, "no hex at all")).isEqualTo(401);

        assertThat(till.inboxStatus(push)).isEmpty();
        assertThat(till.effect(payment)).isEqualTo(NONE);
    }

    @Test
    void a_missing_signature_is_refused() {
        PaymentView payment = payment();
        String push = paidPush(payment);

        assertThat(Till.deliverUnsigned(push)).isEqualTo(401);

        assertThat(till.inboxStatus(push)).isEmpty();
        assertThat(till.effect(payment)).isEqualTo(NONE);
    }

    @Test
    void one_space_more_under_the_old_signature_is_refused() {
        PaymentView payment = payment();
        String push = paidPush(payment);
        String spaced = push.replaceFirst(":", ": ");

        assertThat(deliver(spaced, signature(push))).isEqualTo(401);

        assertThat(till.effect(payment)).isEqualTo(NONE);
    }

    @Test
    void a_reserialised_twin_with_its_own_signature_is_accepted_and_changes_nothing_twice() {
        PaymentView payment = payment();
        String push = paidPush(payment);
        String twin = new JsonObject(push).encodePrettily();

        assertThat(deliver(twin)).isEqualTo(200);
        till.awaitState(payment, "captured");
        assertThat(deliver(push)).isEqualTo(200);

        till.awaitInbox(push, "applied");
        assertThat(till.effect(payment)).isEqualTo(CAPTURED_ONCE);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "another currency, fiat, USD, 1, 19900",
        "a currency we do not know, fiat, KZT, 0, 0",
        "one minor unit less, amount, 198.99, 1, 19899"
    })
    void other_money_than_asked_for_gives_nothing_and_calls_staff(
            String what, String field, String value, int bookings, long unallocatedMinor) {
        PaymentView payment = payment();
        double alerts = alerts();
        String push = push(paidInvoice(payment).put(field, value));

        assertThat(deliver(push)).isEqualTo(200);

        till.awaitInbox(push, "flagged");
        assertThat(till.effect(payment))
                .as(what)
                .isEqualTo(new Till.Effect("flagged", bookings, 0, unallocatedMinor, 0));
        awaitAlertAfter(alerts);
    }

    @Test
    void more_than_asked_for_is_the_payers_in_full() {
        PaymentView payment = payment();

        assertThat(deliver(push(paidInvoice(payment).put("amount", "200")))).isEqualTo(200);

        till.awaitState(payment, "captured");
        assertThat(till.effect(payment)).isEqualTo(new Till.Effect("captured", 1, 20_000, 0, 1));
    }

    @Test
    void an_unknown_order_is_stored_acknowledged_and_flagged() {
        PaymentView payment = payment();
        String push = push(paidInvoice(payment).put("payload", UUID.randomUUID().toString()));
        String foreign = push(paidInvoice(payment).put("payload", "order:7f3c"));

        assertThat(deliver(push)).isEqualTo(200);
        assertThat(deliver(foreign)).isEqualTo(200);

        till.awaitInbox(push, "flagged");
        till.awaitInbox(foreign, "flagged");
        assertThat(till.effect(payment)).isEqualTo(NONE);
    }

    @Test
    void an_unknown_event_is_stored_acknowledged_and_ignored() {
        String push =
                new JsonObject(paidPush(payment())).put("update_type", "invoice_seen").encode();

        assertThat(deliver(push)).isEqualTo(200);

        till.awaitInbox(push, "ignored");
    }

    @Test
    void a_genuine_push_that_is_no_json_is_stored_and_flagged() {
        String push = "{\"update_type\": \"invoice_paid\" " + UUID.randomUUID();

        assertThat(deliver(push)).isEqualTo(200);

        till.awaitInbox(push, "flagged");
    }

    @Test
    void the_secret_not_configured_is_unavailable_and_stores_nothing() {
        given().body(paidPush(payment()))
                .post("/api/v1/webhooks/" + UnconfiguredSource.SOURCE)
                .then()
                .statusCode(503)
                .header("Retry-After", equalTo("300"))
                .body("code", equalTo("webhook_not_configured"));
    }

    private static double alerts() {
        String metrics = given().get("/q/metrics").asString();
        return metrics.lines()
                .filter(line -> line.startsWith("cybervpn_payments_flagged_total"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private static void awaitAlertAfter(double before) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(alerts()).isGreaterThan(before));
    }
}
