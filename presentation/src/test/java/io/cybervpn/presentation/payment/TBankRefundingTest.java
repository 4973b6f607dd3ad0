package io.cybervpn.presentation.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.payment.PaymentView;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** T-Bank's way back, and what only it has. */
@QuarkusTest
@Accepts("tbank")
class TBankRefundingTest extends RefundingContract {
    private final TBankWayBack way = new TBankWayBack();

    @Override
    WayBack way() {
        return way;
    }

    @Test
    void what_takes_its_time_is_done_when_the_bank_says_so() {
        TBankStand stand = (TBankStand) way.stand();
        PaymentView payment = paid();
        stand.bank.payments().refundSlowly();
        assertThat(promise(payment)).isNotBlank();
        awaitStates(payment, "sent");
        stand.bank.payments().settleRefunds();
        later();
        awaitStates(payment, "succeeded");
        agreesOn(payment, stand.price());
    }

    @Test
    void a_refund_past_us_beside_one_of_ours_is_the_difference() {
        PaymentView payment = paid();
        assertThat(promise(payment, part(4))).isNotBlank();
        awaitStates(payment, "succeeded");
        Push push = way.past(payment, part(2)).orElseThrow();
        assertThat(push.deliver()).isEqualTo(200);
        awaitStates(payment, "succeeded", "succeeded");
        agreesOn(payment, part(4).plus(part(2)));
    }
}
