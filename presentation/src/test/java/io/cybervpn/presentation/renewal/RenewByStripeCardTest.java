package io.cybervpn.presentation.renewal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cybervpn.application.payment.CompareWithProvider;
import io.cybervpn.application.shared.Difference;
import io.cybervpn.presentation.shared.ShopWorld;
import io.cybervpn.sandbox.http.Fault;
import io.cybervpn.sandbox.http.Faults;
import io.cybervpn.sandbox.http.SandboxClock;
import io.cybervpn.sandbox.stripe.Stripe;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** R95 by a card that Stripe keeps, and what only Stripe has. */
@QuarkusTest
@Charges("stripe")
class RenewByStripeCardTest extends RenewByCardContract {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @Inject CompareWithProvider compareWithProvider;

    private final Stripe stripe = ShopWorld.sandbox().stripe();
    private final StripeCustomers cards = new StripeCustomers(stripe);

    @Override
    Cards cards() {
        return cards;
    }

    private record StripeCustomers(Stripe stripe) implements Cards {
        @Override
        public String provider() {
            return "stripe";
        }

        @Override
        public String title() {
            return "Visa *4242";
        }

        @Override
        public String pay(String payment) {
            String id = stripe.sessions().byReference(payment).getFirst().getString("id");
            String intent = stripe.sessions().pay(id).getString("payment_intent");
            String card = of(intent).getString("payment_method");
            return stripe.cards().isKept(card) ? card : "";
        }

        private JsonObject of(String intent) {
            return stripe.intents().stream()
                    .filter(one -> one.getString("id").equals(intent))
                    .findFirst()
                    .orElseThrow();
        }

        @Override
        public void empty(String token) {
            stripe.cards().refuse(token, "insufficient_funds");
        }

        @Override
        public void revoke(String token) {
            stripe.cards().refuse(token, "expired_card");
        }

        @Override
        public void recover(String token) {
            stripe.cards().recover(token);
        }

        @Override
        public List<Boolean> charges(String token) {
            return chargesBy(token).stream()
                    .map(one -> one.getString("status").equals("succeeded"))
                    .toList();
        }

        List<JsonObject> chargesBy(String token) {
            return stripe.intents().stream()
                    .filter(one -> one.getString("payment_method", "").equals(token))
                    .filter(one -> one.getJsonObject("metadata").containsKey("made_by"))
                    .toList();
        }

        @Override
        public Fault onCharge(Fault fault) {
            return fault.on("POST", "/v1/payment_intents");
        }

        @Override
        public int pushes() {
            return 2;
        }

        @Override
        public Faults faults() {
            return stripe.faults();
        }

        @Override
        public SandboxClock clock() {
            return stripe.clock();
        }
    }

    private void awaitPaid() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(states()).isEqualTo("paid planned"));
    }

    private String charge() {
        return cards.chargesBy(token).getFirst().getString("id");
    }

    @Test
    void a_bank_that_wants_its_customer_there_is_told_once_and_the_card_stays() {
        agree();
        stripe.cards().refuse(token, "authentication_required");

        run();
        run();

        assertThat(states()).isEqualTo("failed");
        assertThat(told("charge_failed")).isEqualTo(1);
        assertThat(cards.charges(token)).containsExactly(false);
        assertThat(count("saved_method")).isEqualTo(1);
        assertThat(stripe.cards().isKept(token)).isTrue();
    }

    @Test
    void a_card_that_its_owner_removes_is_detached_though_stripe_is_down_at_first() {
        String method = agree().substring("saved:".length());
        String customer = stripe.cards().customerOf(token).orElseThrow();
        assertThat(stripe.cards().hasCustomer(customer)).isTrue();
        stripe.faults()
                .add(Fault.of(Fault.Kind.ERROR, 503).on("POST", "/v1/payment_methods").times(1));
        stripe.faults().add(Fault.of(Fault.Kind.ERROR, 503).on("DELETE", "/v1/customers").times(1));

        buyer.asks().delete("/api/v1/payment-methods/saved/" + method).then().statusCode(204);

        await().atMost(PATIENCE).until(() -> !stripe.cards().isKept(token));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(toRelease(method)).isEqualTo("0"));
        assertThat(stripe.cards().hasCustomer(customer)).isFalse();
    }

    @Test
    void a_customer_at_stripe_who_has_another_card_there_stays_when_ours_is_removed() {
        String method = agree().substring("saved:".length());
        String customer = stripe.cards().customerOf(token).orElseThrow();
        stripe.cards().give(customer);

        buyer.asks().delete("/api/v1/payment-methods/saved/" + method).then().statusCode(204);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(toRelease(method)).isEqualTo("0"));
        assertThat(stripe.cards().isKept(token)).isFalse();
        assertThat(stripe.cards().hasCustomer(customer)).isTrue();
    }

    private String toRelease(String method) {
        return one(
                "select count(*)::text as x from saved_method_release where id = '"
                        + method
                        + "' and $1::uuid is not null");
    }

    @Test
    void a_card_that_was_taken_away_at_stripe_is_forgotten() {
        agree();
        stripe.cards().remove(token);

        run();

        assertThat(states()).isEqualTo("failed");
        assertThat(count("saved_method")).isZero();
    }

    @Test
    void a_charge_that_gave_no_answer_is_confirmed_by_what_stripe_tells_of_its_intent() {
        agree();
        stripe.faults().add(cards.onCharge(Fault.of(Fault.Kind.DROP_AFTER, 1)).times(1));

        run();

        awaitPaid();
        assertThat(cards.charges(token)).containsExactly(true);
    }

    @Test
    void a_dispute_of_a_charge_finds_its_payment_though_no_session_led_to_it() {
        agree();
        run();
        awaitPaid();

        assertThat(stripe.dispute(charge()).getString("id")).startsWith("dp_");

        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(refundsOfCharge())
                                        .as("booked against the payment of the charge")
                                        .isEqualTo("1"));
    }

    private String refundsOfCharge() {
        return one(
                "select count(*)::text as x from refund r join payment p on p.id = r.payment_id"
                        + " where p.payer = $1 and r.payment_id in"
                        + " (select payment_id from payment_charge)");
    }

    @Test
    void a_charge_is_missed_by_the_daily_proof_until_it_is_booked() {
        agree();
        stripe.faults().add(cards.onCharge(Fault.of(Fault.Kind.DROP_AFTER, 1)).times(1));
        stripe.faults().add(Fault.of(Fault.Kind.HOLD_WEBHOOKS, 0).times(cards.pushes()));
        run();

        assertThat(differences()).contains(charge());

        clock.advance(Duration.ofMinutes(6));
        resolveOpenPayments.execute().await().indefinitely();
        awaitPaid();
        assertThat(differences()).doesNotContain(charge());
    }

    private List<String> differences() {
        CompareWithProvider.Query query =
                new CompareWithProvider.Query(
                        "stripe",
                        clock.instant().minus(Duration.ofHours(1)),
                        clock.instant().plus(Duration.ofMinutes(1)));
        CompareWithProvider.Result result =
                compareWithProvider.execute(query).await().indefinitely();
        return ((CompareWithProvider.Result.Compared) result)
                .differences().stream().map(Difference::subject).toList();
    }
}
