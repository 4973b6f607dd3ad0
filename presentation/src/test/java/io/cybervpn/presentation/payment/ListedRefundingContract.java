package io.cybervpn.presentation.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.payment.FindLostReturns;
import io.cybervpn.application.payment.PaymentView;
import io.cybervpn.application.shared.Difference;
import io.cybervpn.domain.shared.Money;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What besides has to be true of a provider that lists what went back (R94). */
abstract class ListedRefundingContract extends RefundingContract {
    @Inject FindLostReturns lost;

    @Test
    void what_went_back_past_us_and_was_never_told_is_found_by_the_daily_proof_and_booked() {
        PaymentView payment = paid();
        Money amount = way().inParts() ? part(4) : way().stand().price();
        assertThat(way().past(payment, amount)).isPresent();

        List<String> found = found();
        assertThat(found).isNotEmpty();

        assertThat(awaitStates(payment, "succeeded").<String>get("items[0].cause"))
                .isEqualTo("provider");
        assertThat(found()).doesNotContainAnyElementsOf(found);
        agreesOn(payment, amount);
    }

    @Test
    void what_went_back_through_us_is_known_to_the_daily_proof() {
        List<String> before = found();
        PaymentView payment = paid();
        assertThat(promise(payment)).isNotBlank();
        awaitStates(payment, "succeeded");

        assertThat(before).containsAll(found());
    }

    /** What the daily proof would find missing of late. */
    List<String> found() {
        Instant now = Instant.now();
        FindLostReturns.Query query =
                new FindLostReturns.Query(
                        way().stand().provider(),
                        now.minus(Duration.ofMinutes(10)),
                        now.plus(Duration.ofMinutes(10)));
        FindLostReturns.Result result = lost.execute(query).await().indefinitely();
        assertThat(result).isInstanceOf(FindLostReturns.Result.Compared.class);
        return ((FindLostReturns.Result.Compared) result)
                .differences().stream().map(Difference::subject).toList();
    }
}
