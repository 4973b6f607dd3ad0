package io.cybervpn.domain.payment.model;

import static io.cybervpn.domain.payment.model.Samples.INVOICE;
import static io.cybervpn.domain.payment.model.Samples.NOW;
import static io.cybervpn.domain.payment.model.Samples.REQUEST;
import static io.cybervpn.domain.payment.model.Samples.receipt;
import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.domain.payment.PaymentExpired;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** The life of a payment. */
class PaymentTest {
    @Test
    void an_invoice_makes_what_waited_for_one_payable() {
        assertThat(new Payment.Created(REQUEST).invoiced(INVOICE))
                .isEqualTo(new Payment.Pending(REQUEST, INVOICE));
        assertThat(new Payment.Unknown(REQUEST).invoiced(INVOICE))
                .isEqualTo(new Payment.Pending(REQUEST, INVOICE));
        assertThat(Samples.captured().invoiced(INVOICE)).isEqualTo(Samples.captured());
    }

    @Test
    void a_lost_answer_is_a_state_of_its_own() {
        assertThat(new Payment.Created(REQUEST).answerLost())
                .isEqualTo(new Payment.Unknown(REQUEST));
        assertThat(new Payment.Pending(REQUEST, INVOICE).answerLost())
                .isEqualTo(new Payment.Pending(REQUEST, INVOICE));
    }

    @Test
    void a_refusal_fails_only_what_waited_for_an_invoice() {
        assertThat(new Payment.Created(REQUEST).refused("AMOUNT_TOO_SMALL", NOW))
                .isEqualTo(new Payment.Failed(REQUEST, "AMOUNT_TOO_SMALL", NOW));
        assertThat(Samples.captured().refused("AMOUNT_TOO_SMALL", NOW))
                .isEqualTo(Samples.captured());
    }

    @Test
    void an_open_payment_expires_and_remembers_its_invoice() {
        assertThat(new Payment.Pending(REQUEST, INVOICE).expire(NOW))
                .isEqualTo(
                        new Payment.Expiry.Done(
                                new Payment.Expired(REQUEST, Optional.of("528890"), NOW),
                                new PaymentExpired(REQUEST.id(), REQUEST.subject(), NOW)));
    }

    @Test
    void a_cancel_after_the_money_changes_nothing() {
        assertThat(Samples.captured().expire(NOW)).isEqualTo(new Payment.Expiry.NotOpen());
        assertThat(Samples.flagged().expire(NOW)).isEqualTo(new Payment.Expiry.NotOpen());
    }

    /** Whatever happens in whatever order: captured at most once, and money is never forgotten. */
    @Property
    void captured_once_and_for_ever(@ForAll("happenings") List<Happening> happenings) {
        Payment payment = new Payment.Created(REQUEST);
        int captures = 0;
        for (Happening happening : happenings) {
            Outcome outcome = happen(payment, happening);
            if (hasMoney(payment)) {
                assertThat(outcome.payment()).isEqualTo(payment);
            }
            captures += outcome.captured() ? 1 : 0;
            payment = outcome.payment();
            assertThat(hasMoney(payment) || !happening.isMoney()).isTrue();
        }
        assertThat(captures).isLessThanOrEqualTo(1);
        assertThat(payment instanceof Payment.Captured).isEqualTo(captures == 1);
    }

    @Provide
    Arbitrary<List<Happening>> happenings() {
        return Arbitraries.of(Happening.values()).list().ofMaxSize(12);
    }

    private enum Happening {
        INVOICED,
        ANSWER_LOST,
        REFUSED,
        EXPIRED,
        PAID,
        PAID_SECOND,
        UNDERPAID;

        boolean isMoney() {
            return switch (this) {
                case PAID, PAID_SECOND, UNDERPAID -> true;
                case INVOICED, ANSWER_LOST, REFUSED, EXPIRED -> false;
            };
        }
    }

    private record Outcome(Payment payment, boolean captured) {
        static Outcome of(Payment payment) {
            return new Outcome(payment, false);
        }
    }

    private static Outcome happen(Payment payment, Happening happening) {
        return switch (happening) {
            case INVOICED -> Outcome.of(payment.invoiced(INVOICE));
            case ANSWER_LOST -> Outcome.of(payment.answerLost());
            case REFUSED -> Outcome.of(payment.refused("no", NOW));
            case EXPIRED ->
                    Outcome.of(
                            payment.expire(NOW) instanceof Payment.Expiry.Done done
                                    ? done.payment()
                                    : payment);
            case PAID -> receive(payment, Samples.asAsked());
            case PAID_SECOND -> receive(payment, receipt("528891", Samples.PRICE));
            case UNDERPAID -> receive(payment, receipt("528890", new Money(5, Asset.RUB)));
        };
    }

    private static Outcome receive(Payment payment, Receipt receipt) {
        return switch (payment.receive(receipt, NOW)) {
            case Reception.Capture capture -> new Outcome(capture.payment(), true);
            case Reception.Flag flag -> new Outcome(flag.payment(), false);
            case Reception.Repeated repeated -> new Outcome(repeated.payment(), false);
            case Reception.Surplus surplus -> new Outcome(surplus.payment(), false);
            case Reception.Contradiction contradiction ->
                    new Outcome(contradiction.payment(), false);
        };
    }

    private static boolean hasMoney(Payment payment) {
        return payment instanceof Payment.Captured || payment instanceof Payment.Flagged;
    }
}
