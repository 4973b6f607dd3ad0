package io.cybervpn.presentation.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.payment.BookProviderFees;
import io.cybervpn.application.payment.BookProviderFees.Outcome;
import io.cybervpn.application.payment.PaymentView;
import io.cybervpn.sandbox.http.Fault;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What providers keep is booked from their own lists, once (R94, R226). */
@QuarkusTest
class ProviderFeesTest {
    private static final String FEES =
            """
            select p.account_type, p.minor_units from payment paid
            join ledger_transaction t
                on t.business_key = 'provider-fee:' || paid.provider || ':' || paid.provider_reference
            join ledger_posting p on p.transaction_id = t.id
            where paid.id = $1 and t.kind = 'provider_fee' order by p.line""";

    @Inject BookProviderFees bookProviderFees;
    @Inject Till till;
    @Inject Pool pool;

    private final YooKassaStand yooKassa = new YooKassaStand();
    private final StripeStand stripe = new StripeStand(Clock.systemUTC());

    @AfterEach
    void calm() {
        yooKassa.calm();
        stripe.calm();
    }

    @Test
    void what_yookassa_does_not_owe_us_is_its_fee() {
        PaymentView payment = sold(yooKassa);
        assertThat(fees(payment)).isEmpty();

        book();

        // 3.5 % of 199.00, to the kopeck above
        assertThat(fees(payment)).containsExactly("provider_fees 697", "provider_clearing -697");
    }

    @Test
    void stripe_reckons_it_with_the_charge() {
        PaymentView payment = sold(stripe);

        book();

        long fee = stripe.price().minorUnits() * 29 / 1000 + 30;
        assertThat(fees(payment))
                .containsExactly("provider_fees " + fee, "provider_clearing -" + fee);
    }

    @Test
    void however_many_do_it_at_once_and_again_a_fee_is_booked_once() {
        PaymentView payment = sold(yooKassa);

        Uni.join()
                .all(IntStream.range(0, 5).mapToObj(_ -> bookProviderFees.execute()).toList())
                .andFailFast()
                .await()
                .indefinitely();
        book();

        assertThat(fees(payment)).hasSize(2);
    }

    @Test
    void a_provider_that_gives_no_answer_hinders_no_other() {
        PaymentView payment = sold(stripe);
        yooKassa.faults().add(Fault.of(Fault.Kind.ERROR, 500).on("GET", "/v3/payments"));

        List<Outcome> outcomes = book();

        assertThat(outcomes)
                .filteredOn(outcome -> outcome.provider().equals("yookassa"))
                .allMatch(outcome -> outcome.unavailable().isPresent());
        assertThat(fees(payment)).hasSize(2);
    }

    private PaymentView sold(Stand stand) {
        PaymentView payment = till.start(stand);
        Push held = stand.paid(payment);
        assertThat(held.body()).isNotBlank();
        stand.calm();
        till.awaitState(payment, "captured");
        return payment;
    }

    private List<Outcome> book() {
        return bookProviderFees.execute().await().indefinitely();
    }

    private List<String> fees(PaymentView payment) {
        return StreamSupport.stream(
                        pool.preparedQuery(FEES)
                                .execute(Tuple.of(payment.id().value()))
                                .await()
                                .indefinitely()
                                .spliterator(),
                        false)
                .map(row -> row.getString("account_type") + " " + row.getLong("minor_units"))
                .toList();
    }
}
