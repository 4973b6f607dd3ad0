package io.cybervpn.presentation.payment;

import static io.cybervpn.presentation.payment.Till.Effect.NONE;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.cybervpn.application.payment.CompareWithProvider;
import io.cybervpn.application.payment.PaymentView;
import io.cybervpn.application.payment.port.PaymentGateways;
import io.cybervpn.application.shared.Difference;
import io.cybervpn.domain.shared.Money;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What every provider must pass, row by row, over HTTP; effects are read from the database (R84,
 * R85, R244, R245). A provider's own suite names its {@link Stand} and adds what only it has.
 */
abstract class GatewayContract extends GatewayFaultsContract {
    @Inject PaymentGateways gateways;
    @Inject CompareWithProvider compareWithProvider;
    @Inject Pool pool;

    /** Of the payments that were taken since. */
    private List<String> missed(Instant since) {
        CompareWithProvider.Query query =
                new CompareWithProvider.Query(
                        stand().provider(), since, Instant.now().plusSeconds(60));
        CompareWithProvider.Result result =
                compareWithProvider.execute(query).await().indefinitely();
        return ((CompareWithProvider.Result.Compared) result)
                .differences().stream().map(Difference::subject).toList();
    }

    private String reference(PaymentView payment) {
        return pool.preparedQuery("select provider_reference from payment where id = $1")
                .execute(Tuple.of(payment.id().value()))
                .map(rows -> rows.iterator().next().getString("provider_reference"))
                .await()
                .indefinitely();
    }

    @Test
    void what_it_took_is_missed_by_the_daily_proof_until_it_is_booked() {
        assumeTrue(
                gateways.find(stand().provider()).orElseThrow().statement().isPresent(),
                "this provider lists nothing");
        Instant before = Instant.now().minusSeconds(5);
        PaymentView payment = payment();
        Push push = stand().paid(payment);
        String reference = stand().listedAs(push, reference(payment));
        assertThat(missed(before)).contains(reference);

        assertThat(push.deliver()).isEqualTo(200);

        till.awaitState(payment, "captured");
        assertThat(missed(before)).doesNotContain(reference);
    }

    @Test
    void what_is_booked_it_calls_paid_when_the_daily_proof_asks() {
        Instant before = Instant.now().minusSeconds(5);
        PaymentView payment = payment();
        assertThat(stand().paid(payment).deliver()).isEqualTo(200);
        till.awaitState(payment, "captured");
        assertThat(missed(before)).doesNotContain(payment.id().value().toString());
    }

    @Test
    void a_valid_push_gives_the_money_once() {
        PaymentView payment = payment();

        assertThat(stand().paid(payment).deliver()).isEqualTo(200);

        till.awaitState(payment, "captured");
        assertThat(till.effect(payment)).isEqualTo(capturedOnce());
    }

    @Test
    void the_same_bytes_again_give_nothing_more() {
        PaymentView payment = payment();
        Push push = stand().paid(payment);
        assertThat(push.deliver()).isEqualTo(200);
        till.awaitState(payment, "captured");

        assertThat(push.deliver()).isEqualTo(200);

        till.awaitInbox(stand(), push, "applied");
        assertThat(till.effect(payment)).isEqualTo(capturedOnce());
    }

    @Test
    void twenty_parallel_copies_give_the_money_once() {
        PaymentView payment = payment();
        Push push = stand().paid(payment);

        List<Integer> answers =
                IntStream.range(0, 20).parallel().mapToObj(_ -> push.deliver()).toList();

        assertThat(answers).containsOnly(200);
        till.awaitState(payment, "captured");
        assertThat(till.effect(payment)).isEqualTo(capturedOnce());
    }

    @Test
    void twenty_parallel_pushes_of_other_bytes_give_the_money_once() {
        PaymentView payment = payment();
        String body = stand().paid(payment).body();
        List<Push> pushes =
                IntStream.range(0, 20).mapToObj(i -> stand().sealed(body + " ".repeat(i))).toList();

        assertThat(pushes.parallelStream().map(Push::deliver).toList()).containsOnly(200);

        pushes.forEach(push -> till.awaitInbox(stand(), push, "applied"));
        till.awaitState(payment, "captured");
        assertThat(till.effect(payment)).isEqualTo(capturedOnce());
    }

    @Test
    void a_bad_signature_is_refused() {
        PaymentView payment = payment();
        Push push = stand().paid(payment);

        assertThat(stand().forged(push).stream().map(Push::deliver).toList()).containsOnly(401);

        assertThat(till.inboxStatus(stand(), push)).isEmpty();
        assertThat(till.effect(payment)).isEqualTo(NONE);
    }

    @Test
    void a_missing_signature_is_refused() {
        PaymentView payment = payment();
        Push push = stand().paid(payment);

        assertThat(stand().bare(push).deliver()).isEqualTo(401);

        assertThat(till.inboxStatus(stand(), push)).isEmpty();
        assertThat(till.effect(payment)).isEqualTo(NONE);
    }

    @Test
    void one_space_more_under_the_old_seal_is_refused_or_changes_nothing() {
        PaymentView payment = payment();
        Push push = stand().paid(payment);
        Push spaced = push.withBody(push.body().replaceFirst(":", ": "));

        if (stand().seal() == Stand.Seal.BYTES) {
            assertThat(spaced.deliver()).isEqualTo(401);
            assertThat(till.effect(payment)).isEqualTo(NONE);
            return;
        }
        assertThat(spaced.deliver()).isEqualTo(200);
        assertThat(push.deliver()).isEqualTo(200);
        till.awaitInbox(stand(), spaced, "applied");
        till.awaitInbox(stand(), push, "applied");
        till.awaitState(payment, "captured");
        assertThat(till.effect(payment)).isEqualTo(capturedOnce());
    }

    @Test
    void another_value_under_the_old_seal_is_refused() {
        assumeTrue(stand().seal() == Stand.Seal.VALUES, "the seal is not over the values");
        PaymentView payment = payment();
        Push altered = stand().altered(stand().paid(payment));

        assertThat(altered.deliver()).isEqualTo(401);

        assertThat(till.inboxStatus(stand(), altered)).isEmpty();
        assertThat(till.effect(payment)).isEqualTo(NONE);
    }

    @Test
    void a_push_that_lies_gives_nothing() {
        PaymentView payment = payment();
        Optional<Push> lie = stand().lie(payment);
        assumeTrue(lie.isPresent(), "a push of this provider is more than a hint");

        assertThat(lie.orElseThrow().deliver()).isEqualTo(200);

        till.awaitInbox(stand(), lie.orElseThrow(), "applied", "flagged");
        resolve();
        assertThat(till.effect(payment)).isEqualTo(NONE);
    }

    @Test
    void a_reserialised_twin_with_its_own_signature_is_accepted_and_changes_nothing_twice() {
        PaymentView payment = payment();
        Push push = stand().paid(payment);
        Push twin = stand().twin(push);

        assertThat(twin.deliver()).isEqualTo(200);
        till.awaitState(payment, "captured");
        assertThat(push.deliver()).isEqualTo(200);

        till.awaitInbox(stand(), push, "applied");
        assertThat(till.effect(payment)).isEqualTo(capturedOnce());
    }

    @Test
    void other_money_than_asked_for_gives_nothing_and_calls_staff() {
        for (Money told : stand().otherMoney()) {
            PaymentView payment = payment();
            double alerts = alerts();

            assertThat(stand().paid(payment, told).deliver()).isEqualTo(200);

            till.awaitState(payment, "flagged");
            assertThat(till.effect(payment))
                    .as("%s", told)
                    .isEqualTo(new Till.Effect("flagged", 1, 0, told.minorUnits(), 0));
            awaitAlertAfter(alerts);
        }
    }

    @Test
    void more_than_asked_for_is_the_payers_in_full() {
        PaymentView payment = payment();
        Money price = stand().price();
        Money more = new Money(price.minorUnits() + 100, price.asset());

        assertThat(stand().paid(payment, more).deliver()).isEqualTo(200);

        till.awaitState(payment, "captured");
        assertThat(till.effect(payment))
                .isEqualTo(new Till.Effect("captured", 1, more.minorUnits(), 0, 1));
    }

    @Test
    void an_unknown_order_is_stored_acknowledged_and_flagged() {
        PaymentView payment = payment();
        for (Push push : stand().nobodys(payment)) {
            assertThat(push.deliver()).isEqualTo(200);
            till.awaitInbox(stand(), push, "flagged");
        }
        assertThat(till.effect(payment)).isEqualTo(NONE);
    }

    @Test
    void an_unknown_event_is_stored_acknowledged_and_ignored() {
        PaymentView payment = payment();
        Push push = stand().irrelevant(payment);

        assertThat(push.deliver()).isEqualTo(200);

        till.awaitInbox(stand(), push, "ignored");
        assertThat(till.effect(payment)).isEqualTo(NONE);
    }

    @Test
    void the_secret_not_configured_is_unavailable_and_stores_nothing() {
        given().body("{}")
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
