package io.cybervpn.presentation.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cybervpn.application.payment.PaymentView;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The way back of stars. */
@QuarkusTest
@Accepts("stars")
class StarsRefundingTest extends ListedRefundingContract {
    private final StarsWayBack way = new StarsWayBack();

    @Inject Pool pool;

    @Override
    WayBack way() {
        return way;
    }

    /** One link, paid twice: whoever hears of it, the push or the daily proof, takes it once. */
    @Test
    void a_second_money_that_goes_back_takes_only_itself() {
        PaymentView payment = paid();
        Push second = way.stand().paid(payment);
        assertThat(second.deliver()).isEqualTo(200);
        till.awaitInbox(way.stand(), second, "flagged");
        String charge = way.newest(payment);
        assertThat(resolution(charge)).isEmpty();

        Push back = way.back(payment, charge);
        assertThat(found()).contains(charge);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(resolution(charge)).contains("sent_back"));
        assertThat(found()).doesNotContain(charge);
        assertThat(back.deliver()).isEqualTo(200);
        till.awaitInbox(way.stand(), back, "applied");

        awaitStates(payment);
        proofKnowsNothingOf(payment);
    }

    /** The push of its coming is late or lost. */
    @Test
    void what_goes_back_before_it_is_heard_of_waits_and_takes_nothing_else() {
        PaymentView payment = paid();
        Push second = way.stand().paid(payment);
        String charge = way.newest(payment);
        Push back = way.back(payment, charge);
        assertThat(back.deliver()).isEqualTo(200);
        till.awaitInbox(way.stand(), back, "flagged");

        assertThat(second.deliver()).isEqualTo(200);
        till.awaitInbox(way.stand(), second, "flagged");
        assertThat(found()).contains(charge);

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(resolution(charge)).contains("sent_back"));
        awaitStates(payment);
        proofKnowsNothingOf(payment);
    }

    /** All of a charge went back past us, untold; a part that staff want then is not that. */
    @Test
    void a_part_is_never_taken_for_the_whole_that_went_back_past_us() {
        PaymentView payment = paid();
        Push back = way.back(payment, way.newest(payment));
        promise(payment, part(4));
        awaitStates(payment, "failed");

        assertThat(back.deliver()).isEqualTo(200);
        till.awaitInbox(way.stand(), back, "applied");
        awaitStates(payment, "failed", "succeeded");
        agreesOn(payment, way.stand().price());
    }

    /** Whatever made us book it. */
    @Test
    void other_money_than_is_booked_for_a_refund_is_seen() {
        PaymentView payment = paid();
        promise(payment);
        awaitStates(payment, "succeeded");

        String charge = way.newest(payment);
        assertThat(found()).doesNotContain(charge);
        bookMore(charge, -1);
        try {
            assertThat(found()).contains(charge);
        } finally {
            bookMore(charge, 1);
        }
    }

    private void bookMore(String charge, int stars) {
        pool.preparedQuery(
                        """
                        update refund set amount_minor = amount_minor + $2,
                            sale_minor = sale_minor + case when sale_minor > 0 then $2 else 0 end,
                            wallet_minor = wallet_minor + case when sale_minor > 0 then 0 else $2 end
                        where provider_reference = $1""")
                .execute(Tuple.of(charge, stars))
                .await()
                .indefinitely();
    }

    private Optional<String> resolution(String charge) {
        return Optional.ofNullable(
                pool.preparedQuery("select resolution from unmatched_money where reference = $1")
                        .execute(Tuple.of(charge))
                        .await()
                        .indefinitely()
                        .iterator()
                        .next()
                        .getString(0));
    }
}
