package io.cybervpn.presentation.payment;

import static io.cybervpn.presentation.payment.Till.Effect.NONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.payment.PaymentView;
import io.cybervpn.presentation.shared.ShopWorld;
import io.cybervpn.sandbox.http.Fault;
import io.cybervpn.sandbox.stripe.Stripe;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Stripe passes the acceptance suite, and what only it has (R73, R84, R85). */
@QuarkusTest
@Accepts("stripe")
class StripeAcceptanceTest extends GatewayContract {
    private final StripeStand stand = new StripeStand(() -> clock.instant());
    private final Stripe stripe = ShopWorld.sandbox().stripe();

    @Override
    Stand stand() {
        return stand;
    }

    @Test
    void complete_and_unpaid_gives_nothing_until_the_money_arrives() {
        PaymentView payment = payment();
        stripe.faults().add(Fault.of(Fault.Kind.HOLD_WEBHOOKS, 0).times(4));
        stripe.sessions().payLater(StripeStand.sessionId(payment));
        Push completed = stand.newest("checkout.session.completed");

        assertThat(completed.deliver()).isEqualTo(200);

        till.awaitInbox(stand, completed, "ignored");
        clock.advance(Duration.ofMinutes(15));
        resolve();
        assertThat(till.effect(payment)).isEqualTo(NONE);

        stripe.sessions().arrive(StripeStand.sessionId(payment));
        assertThat(stand.newest("checkout.session.async_payment_succeeded").deliver())
                .isEqualTo(200);
        till.awaitState(payment, "captured");
        assertThat(till.effect(payment)).isEqualTo(capturedOnce());
    }

    @Test
    void a_bank_that_refuses_later_ends_the_payment() {
        PaymentView payment = payment();
        stripe.faults().add(Fault.of(Fault.Kind.HOLD_WEBHOOKS, 0).times(3));
        stripe.sessions().payLater(StripeStand.sessionId(payment));
        stripe.sessions().bounce(StripeStand.sessionId(payment));
        Push failed = stand.newest("checkout.session.async_payment_failed");
        clock.advance(Duration.ofHours(2));

        assertThat(failed.deliver()).isEqualTo(200);

        till.awaitInbox(stand, failed, "applied");
        resolve();
        till.awaitState(payment, "expired");
    }

    @Test
    void all_that_one_sale_tells_in_any_order_and_number_gives_the_money_once() {
        PaymentView first = payment();
        PaymentView second = payment();
        stripe.faults().add(Fault.of(Fault.Kind.DUPLICATE_WEBHOOKS, 3));
        stripe.faults().add(Fault.of(Fault.Kind.REORDER_WEBHOOKS, 3));

        stripe.sessions().pay(StripeStand.sessionId(first));
        stripe.sessions().pay(StripeStand.sessionId(second));

        Stream.of(first, second)
                .forEach(
                        payment -> {
                            till.awaitState(payment, "captured");
                            assertThat(till.effect(payment)).isEqualTo(capturedOnce());
                        });
    }

    @Test
    void the_intents_event_alone_makes_us_look() {
        PaymentView payment = payment();
        stripe.faults().add(Fault.of(Fault.Kind.HOLD_WEBHOOKS, 0).times(3));
        stripe.sessions().pay(StripeStand.sessionId(payment));

        assertThat(stand.newest("payment_intent.succeeded").deliver()).isEqualTo(200);

        till.awaitState(payment, "captured");
        assertThat(till.effect(payment)).isEqualTo(capturedOnce());
    }

    @Test
    void money_of_the_other_mode_is_none() {
        PaymentView payment = payment();
        JsonObject event =
                new JsonObject(
                        stand.saying("checkout.session.completed", StripeStand.paidSession(payment))
                                .body());
        Push live = stand.sealed(event.put("livemode", true).encode());

        assertThat(live.deliver()).isEqualTo(200);

        till.awaitInbox(stand, live, "flagged");
        assertThat(till.effect(payment)).isEqualTo(NONE);
    }

    @Test
    void a_currency_we_do_not_know_gives_nothing_and_cannot_be_booked() {
        PaymentView payment = payment();
        Push push =
                stand.saying(
                        "checkout.session.completed",
                        StripeStand.paidSession(payment).put("currency", "jpy"));

        assertThat(push.deliver()).isEqualTo(200);

        till.awaitInbox(stand, push, "flagged");
        assertThat(till.effect(payment)).isEqualTo(new Till.Effect("flagged", 0, 0, 0, 0));
    }

    @Test
    void a_dispute_is_stored_and_asked_about() {
        Push dispute =
                stand.saying(
                        "charge.dispute.created",
                        new JsonObject()
                                .put("id", "dp_" + UUID.randomUUID().toString().replace("-", "")));

        assertThat(dispute.deliver()).isEqualTo(200);

        till.awaitInbox(stand, dispute, "applied");
    }

    @Test
    void a_genuine_push_that_is_no_json_is_stored_and_flagged() {
        Push push = stand.sealed("{\"type\": \"checkout\" " + UUID.randomUUID());

        assertThat(push.deliver()).isEqualTo(200);

        till.awaitInbox(stand, push, "flagged");
    }
}
