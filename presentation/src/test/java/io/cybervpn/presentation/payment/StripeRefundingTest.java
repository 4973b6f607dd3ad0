package io.cybervpn.presentation.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cybervpn.application.payment.PaymentView;
import io.cybervpn.domain.shared.Money;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Stripe's way back, and disputes. */
@QuarkusTest
@Accepts("stripe")
class StripeRefundingTest extends ListedRefundingContract {
    private Optional<StripeWayBack> way = Optional.empty();

    @Override
    StripeWayBack way() {
        if (way.isEmpty()) {
            way = Optional.of(new StripeWayBack(clock));
        }
        return way.get();
    }

    private Push told(String type) {
        return way().stand().newest(type);
    }

    private void deliver(Push push) {
        assertThat(push.deliver()).isEqualTo(200);
        till.awaitInbox(way().stand(), push, "applied");
    }

    @Test
    void a_refund_of_the_dashboard_that_fails_is_put_back() {
        PaymentView payment = paid();
        Push made = way().past(payment, part(4)).orElseThrow();
        deliver(made);
        awaitStates(payment, "succeeded");
        Push failed = way().undone(payment).orElseThrow();
        deliver(failed);
        awaitStates(payment, "failed");
        agreesOn(payment, Money.zero(stand().price().asset()));
    }

    private Stand stand() {
        return way().stand();
    }

    @Test
    void a_dispute_takes_the_money_and_a_won_one_gives_it_back() {
        PaymentView payment = paid();
        way().hold(2);
        String dispute = way().stripe.dispute(way().intent(payment)).getString("id");
        deliver(told("charge.dispute.created"));
        deliver(told("charge.dispute.funds_withdrawn"));
        assertThat(awaitStates(payment, "succeeded").<String>get("items[0].cause"))
                .isEqualTo("dispute");
        proofKnowsNothingOf(payment);

        way().hold(2);
        assertThat(way().stripe.closeDispute(dispute, "won")).isNotNull();
        deliver(told("charge.dispute.closed"));
        awaitStates(payment, "failed");
        deliver(told("charge.dispute.funds_reinstated"));
        proofKnowsNothingOf(payment);
    }

    @Test
    void a_lost_dispute_stays_though_its_pushes_are_shuffled() {
        PaymentView payment = paid();
        way().hold(3);
        String dispute = way().stripe.dispute(way().intent(payment)).getString("id");
        Push created = told("charge.dispute.created");
        assertThat(way().stripe.closeDispute(dispute, "lost")).isNotNull();
        deliver(told("charge.dispute.closed"));
        awaitStates(payment, "succeeded");
        deliver(created);
        awaitStates(payment, "succeeded");
        proofKnowsNothingOf(payment);
    }

    @Test
    void an_unknown_word_of_a_dispute_takes_nothing_and_breaks_nothing() {
        PaymentView payment = paid();
        way().hold(3);
        String dispute = way().stripe.dispute(way().intent(payment)).getString("id");
        assertThat(way().stripe.closeDispute(dispute, "word_of_next_year")).isNotNull();
        Push closed = told("charge.dispute.closed");
        deliver(closed);
        await().during(Duration.ofSeconds(3))
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> awaitStates(payment));
    }
}
