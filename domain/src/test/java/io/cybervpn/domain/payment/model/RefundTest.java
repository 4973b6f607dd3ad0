package io.cybervpn.domain.payment.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cybervpn.domain.payment.PaymentRefundUndone;
import io.cybervpn.domain.payment.PaymentRefunded;
import io.cybervpn.domain.payment.RefundCause;
import io.cybervpn.domain.payment.RefundId;
import io.cybervpn.domain.payment.model.Refund.Step;
import io.cybervpn.domain.payment.model.RefundRequest.Destination;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A refund moves forward only, and takes back what it booked when it fails. */
class RefundTest {
    private static final Payment PAYMENT = Samples.captured();
    private static final Money ZERO = Money.zero(Asset.RUB);
    private static final Funding FUNDING =
            new Funding(Samples.PRICE, Samples.PRICE, ZERO, ZERO, ZERO);
    private static final RefundRequest REQUEST =
            new RefundRequest(
                    new RefundId(new UUID(5, 5)),
                    PAYMENT.id(),
                    Samples.PRICE,
                    RefundCause.STAFF,
                    Destination.PROVIDER,
                    "key",
                    "a wish of a test",
                    Samples.NOW);

    private static List<Refund> underway() {
        return List.of(
                new Refund.Requested(REQUEST, FUNDING),
                new Refund.Unknown(REQUEST, FUNDING),
                new Refund.Sent(REQUEST, FUNDING, "re_1"));
    }

    private static Step succeed(Refund refund, String reference) {
        return refund.succeed(PAYMENT, Optional.of(reference), Samples.NOW);
    }

    private static Step fail(Refund refund) {
        return refund.fail(PAYMENT, "no card", Samples.NOW);
    }

    private static Refund.Succeeded succeeded() {
        return new Refund.Succeeded(REQUEST, FUNDING, Optional.of("re_1"), Samples.NOW);
    }

    @Test
    void it_arrives_from_wherever_it_was_and_is_told_once() {
        for (Refund refund : underway()) {
            Step.Done done = (Step.Done) succeed(refund, "re_1");
            assertThat(done.refund()).isEqualTo(succeeded());
            PaymentRefunded event = done.event();
            assertThat(event.fromSale()).isEqualTo(Samples.PRICE);
            assertThat(event.saleTotal()).isEqualTo(Samples.PRICE);
            assertThat(event.subject()).isEqualTo(Samples.REQUEST.subject());
            assertThat(succeed(done.refund(), "re_1")).isInstanceOf(Step.Same.class);
        }
    }

    @Test
    void another_reference_is_another_refund() {
        assertThat(succeed(succeeded(), "re_2")).isEqualTo(new Step.AnotherOne("re_2"));
    }

    @Test
    void what_fails_on_its_way_is_booked_back_and_nobody_is_told() {
        for (Refund refund : underway()) {
            Step.Undone undone = (Step.Undone) fail(refund);
            assertThat(undone.event()).isEmpty();
            assertThat(undone.refund().standing()).isEmpty();
            assertThat(fail(undone.refund())).isInstanceOf(Step.Same.class);
        }
    }

    @Test
    void what_fails_after_it_had_arrived_is_told_back() {
        Step.Undone undone = (Step.Undone) fail(succeeded());
        PaymentRefundUndone event = undone.event().orElseThrow();
        assertThat(event.refund()).isEqualTo(REQUEST.id());
        assertThat(event.fromSale()).isEqualTo(Samples.PRICE);
        assertThat(undone.refund().reference()).contains("re_1");
        assertThat(succeed(undone.refund(), "re_1")).isInstanceOf(Step.Contradiction.class);
    }

    @Test
    void what_was_never_booked_fails_without_a_trace_and_stays_failed() {
        Refund reported = new Refund.Reported(REQUEST, "re_1");
        Step.Moved moved = (Step.Moved) fail(reported);
        assertThat(moved.refund()).isInstanceOf(Refund.Failed.class);
        assertThat(succeed(moved.refund(), "re_1")).isInstanceOf(Step.Same.class);
        assertThat(succeed(reported, "re_1")).isInstanceOf(Step.Same.class);
        assertThat(reported.standing()).isEmpty();
    }

    @Test
    void a_lost_answer_and_a_reference_change_only_what_waits_for_them() {
        Refund requested = new Refund.Requested(REQUEST, FUNDING);
        Refund unknown = ((Step.Moved) requested.answerLost()).refund();
        assertThat(unknown).isInstanceOf(Refund.Unknown.class);
        assertThat(unknown.answerLost()).isInstanceOf(Step.Same.class);
        assertThat(((Step.Moved) unknown.sent("re_1")).refund().knownReference()).contains("re_1");
        assertThat(((Step.Moved) requested.sent("re_1")).refund()).isInstanceOf(Refund.Sent.class);
        for (Refund later : List.of(new Refund.Sent(REQUEST, FUNDING, "re_1"), succeeded())) {
            assertThat(later.answerLost()).isInstanceOf(Step.Same.class);
            assertThat(later.sent("re_2")).isInstanceOf(Step.Same.class);
        }
    }

    @Test
    void a_refund_of_nothing_or_without_a_key_or_beyond_the_sale_is_refused() {
        assertThatThrownBy(() -> request(ZERO, "key")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> request(Samples.PRICE, " "))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Funding(Samples.PRICE, ZERO, ZERO, ZERO, ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static RefundRequest request(Money amount, String key) {
        return new RefundRequest(
                REQUEST.id(),
                PAYMENT.id(),
                amount,
                RefundCause.STAFF,
                Destination.WALLET,
                key,
                "a wish of a test",
                Samples.NOW);
    }

    @Test
    void a_lost_answer_is_remembered_until_the_provider_is_known_to_have_it() {
        Refund requested = new Refund.Requested(REQUEST, FUNDING);
        Refund unknown = new Refund.Unknown(REQUEST, FUNDING);
        Refund sent = new Refund.Sent(REQUEST, FUNDING, "re_1");
        assertThat(requested.answerLost()).isEqualTo(new Step.Moved(unknown));
        assertThat(requested.sent("re_1")).isEqualTo(new Step.Moved(sent));
        assertThat(unknown.sent("re_1")).isEqualTo(new Step.Moved(sent));
        for (Refund later : List.of(sent, succeeded())) {
            assertThat(later.answerLost()).isEqualTo(new Step.Same(later));
            assertThat(later.sent("re_2")).isEqualTo(new Step.Same(later));
        }
        assertThat(unknown.answerLost()).isEqualTo(new Step.Same(unknown));
    }
}
