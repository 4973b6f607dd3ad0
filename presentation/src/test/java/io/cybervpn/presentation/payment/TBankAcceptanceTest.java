package io.cybervpn.presentation.payment;

import static io.cybervpn.presentation.payment.Till.Effect.NONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.payment.PaymentView;
import io.cybervpn.sandbox.http.Fault;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** T-Bank passes the acceptance suite, and what only it has. */
@QuarkusTest
@Accepts("tbank")
class TBankAcceptanceTest extends GatewayContract {
    private final TBankStand stand = new TBankStand();

    @Override
    Stand stand() {
        return stand;
    }

    @Test
    void the_answer_is_exactly_ok() {
        HttpResponse<String> answer = stand.paid(payment()).answer();

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("OK");
    }

    @Test
    void authorised_is_not_paid_and_confirmed_after_it_is_paid_once() {
        PaymentView payment = payment();
        Push authorised = stand.saying("AUTHORIZED", stand.object(payment));
        assertThat(authorised.deliver()).isEqualTo(200);
        till.awaitInbox(stand, authorised, "ignored");
        assertThat(till.effect(payment)).isEqualTo(NONE);

        Push confirmed = stand.paid(payment);
        assertThat(confirmed.deliver()).isEqualTo(200);
        assertThat(authorised.deliver()).isEqualTo(200);

        till.awaitState(payment, "captured");
        till.awaitInbox(stand, confirmed, "applied");
        assertThat(till.effect(payment)).isEqualTo(capturedOnce());
    }

    @Test
    void rejected_after_authorised_gives_nothing() {
        PaymentView payment = payment();
        Push authorised = stand.saying("AUTHORIZED", stand.object(payment));
        Push rejected = stand.end(payment).orElseThrow();
        assertThat(authorised.deliver()).isEqualTo(200);
        assertThat(rejected.deliver()).isEqualTo(200);

        till.awaitInbox(stand, authorised, "ignored");
        till.awaitInbox(stand, rejected, "applied");
        till.awaitState(payment, "expired");
        assertThat(till.effect(payment)).isEqualTo(new Till.Effect("expired", 0, 0, 0, 0));
    }

    @Test
    void a_confirmation_that_is_no_success_gives_nothing() {
        PaymentView payment = payment();
        JsonObject push = new JsonObject(stand.saying("CONFIRMED", stand.object(payment)).body());
        push.put("Success", false);
        Push failed = stand.sealed(io.cybervpn.sandbox.tbank.TBankSignature.signed(push).encode());

        assertThat(failed.deliver()).isEqualTo(200);

        till.awaitInbox(stand, failed, "flagged");
        assertThat(till.effect(payment)).isEqualTo(NONE);
    }

    @Test
    void a_refund_is_never_taken_for_money_that_came() {
        PaymentView payment = payment();
        Push refunded = stand.saying("REFUNDED", stand.object(payment));

        assertThat(refunded.deliver()).isEqualTo(200);

        till.awaitInbox(stand, refunded, "applied");
        assertThat(till.effect(payment)).isEqualTo(NONE);
    }

    @Test
    void its_own_pushes_repeated_and_shuffled_give_the_money_once() {
        PaymentView payment = payment();
        stand.faults().add(Fault.of(Fault.Kind.DUPLICATE_WEBHOOKS, 3));

        assertThat(stand.bank.payments().pay(stand.id(payment))).isNotNull();

        till.awaitState(payment, "captured");
        assertThat(till.effect(payment)).isEqualTo(capturedOnce());
    }
}
