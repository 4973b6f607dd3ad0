package io.cybervpn.presentation.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.payment.CompareWithProvider;
import io.cybervpn.application.payment.PaymentView;
import io.cybervpn.application.shared.Difference;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** T-Bank's way back, and what only it has. */
@QuarkusTest
@Accepts("tbank")
class TBankRefundingTest extends RefundingContract {
    @Inject CompareWithProvider compareWithProvider;

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

    @Test
    void the_daily_proof_knows_what_went_back_in_parts_and_as_a_whole() {
        PaymentView parts = paid();
        PaymentView whole = paid();
        assertThat(promise(parts, part(4))).isNotBlank();
        assertThat(promise(whole)).isNotBlank();
        awaitStates(parts, "succeeded");
        awaitStates(whole, "succeeded");

        assertThat(differences())
                .doesNotContain(parts.id().value().toString(), whole.id().value().toString());
    }

    @Test
    void the_daily_proof_tells_a_refund_that_only_the_bank_knows_of() {
        TBankStand stand = (TBankStand) way.stand();
        PaymentView payment = paid();
        stand.hold(1);
        stand.bank.payments().refund(stand.id(payment), part(4).minorUnits());

        assertThat(differences()).contains(payment.id().value().toString());
    }

    private List<String> differences() {
        CompareWithProvider.Query query =
                new CompareWithProvider.Query(
                        "tbank",
                        clock.instant().minus(Duration.ofMinutes(10)),
                        clock.instant().plus(Duration.ofMinutes(10)));
        CompareWithProvider.Result result =
                compareWithProvider.execute(query).await().indefinitely();
        return ((CompareWithProvider.Result.Compared) result)
                .differences().stream().map(Difference::subject).toList();
    }
}
