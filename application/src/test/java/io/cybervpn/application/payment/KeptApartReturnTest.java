package io.cybervpn.application.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.payment.port.GoneBack;
import io.cybervpn.application.payment.port.PaymentNotices.Notice;
import io.cybervpn.application.payment.port.PaymentNotices.Which;
import io.cybervpn.application.shared.Inbox;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.RefundCause;
import io.cybervpn.domain.payment.ReturnUnmatched;
import io.cybervpn.domain.payment.model.Receipt;
import io.cybervpn.domain.payment.model.Receipt.Received;
import io.cybervpn.domain.payment.model.ReturnInquiry;
import io.cybervpn.domain.payment.model.Unmatched;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Money that never paid for anything takes only itself when it goes back (R74, R84). */
class KeptApartReturnTest {
    private final RefundWorld refunds = new RefundWorld();
    private final PaymentWorld world = refunds.shop;
    private final PaymentId payment = world.pending();
    private final ApplyPaymentNotice apply =
            new ApplyPaymentNotice(
                    world.provider,
                    world.confirmPayment,
                    new LookingAgain(world.unitOfWork, world.payments, world.clock),
                    refunds.applyReturns,
                    world.keeping,
                    new Recurring(world.takeRecurringCharge, world.mandateBook),
                    refunds.keepForeign);

    /** One link, paid twice: the second money never paid for anything. */
    @Test
    void a_second_money_that_goes_back_takes_nothing_from_the_first() {
        world.confirm(payment, world.provider.pay(world.reference()));
        Money price = PaymentWorld.PRICE;
        Receipt second = new Receipt("second", new Received.Exact(price), world.clock.instant());
        assertThat(outcome(new Notice.Paid(payment, second))).isEqualTo(Inbox.Outcome.FLAGGED);
        Which which = new Which.Charge("second", payment);
        Notice back = new Notice.Returned(which, "second", price, RefundCause.PROVIDER, false);

        for (int i = 0; i < 3; i++) {
            assertThat(outcome(back)).isEqualTo(Inbox.Outcome.APPLIED);
        }
        assertThat(refunds.refunds.all()).isEmpty();
        assertThat(world.unmatched.all()).singleElement().matches(Unmatched::resolved);
        assertThat(world.ledger.transactions()).hasSize(3);
        assertThat(refunds.audited).hasSize(1);
        assertThat(world.unmatched.returned()).containsExactly("second");
    }

    /** Its return is told first: it is asked about, and not tried again and again. */
    @Test
    void a_second_money_that_is_not_heard_of_yet_goes_back_out_of_nothing_else() {
        world.confirm(payment, world.provider.pay(world.reference()));
        Money price = PaymentWorld.PRICE;
        Notice.Returned back =
                new Notice.Returned(
                        new Which.Charge("second", payment),
                        "second",
                        price,
                        RefundCause.PROVIDER,
                        false);
        refunds.provider.says("second", new GoneBack.Named(back));

        assertThat(outcome(back)).isEqualTo(Inbox.Outcome.FLAGGED);
        assertThat(asked()).isEqualTo(new AskAboutReturns.Report(1, 1));
        assertThat(refunds.refunds.all()).isEmpty();

        Receipt second = new Receipt("second", new Received.Exact(price), world.clock.instant());
        assertThat(outcome(new Notice.Paid(payment, second))).isEqualTo(Inbox.Outcome.FLAGGED);
        world.clock.advance(Duration.ofMinutes(11));
        assertThat(asked()).isEqualTo(new AskAboutReturns.Report(1, 0));
        assertThat(outcome(back)).isEqualTo(Inbox.Outcome.APPLIED);

        assertThat(refunds.refunds.all()).isEmpty();
        assertThat(world.unmatched.all()).singleElement().matches(Unmatched::resolved);
        assertThat(world.ledger.transactions()).hasSize(3);
        assertThat(world.unmatched.returned()).containsExactly("second");
    }

    /** Told before any money was heard of it is the payment's, and is not taken once more. */
    @Test
    void what_was_taken_from_the_payment_before_is_not_taken_again() {
        Money price = PaymentWorld.PRICE;
        Notice.Returned back =
                new Notice.Returned(
                        new Which.Charge("second", payment),
                        "second",
                        price,
                        RefundCause.PROVIDER,
                        false);
        assertThat(outcome(back)).isEqualTo(Inbox.Outcome.APPLIED);
        world.confirm(payment, world.provider.pay(world.reference()));
        Receipt second = new Receipt("second", new Received.Exact(price), world.clock.instant());
        assertThat(outcome(new Notice.Paid(payment, second))).isEqualTo(Inbox.Outcome.FLAGGED);

        for (int i = 0; i < 3; i++) {
            assertThat(outcome(back)).isEqualTo(Inbox.Outcome.APPLIED);
        }
        assertThat(refunds.refunds.all()).hasSize(1);
        assertThat(world.unmatched.all()).noneMatch(Unmatched::resolved);
        assertThat(world.ledger.transactions()).as("paid, surplus, returned once").hasSize(3);
    }

    private AskAboutReturns.Report asked() {
        return refunds.askAboutReturns.execute().await().indefinitely();
    }

    @Test
    void what_went_back_and_is_never_heard_of_calls_staff_in_the_end() {
        world.confirm(payment, world.provider.pay(world.reference()));
        Notice.Returned back =
                new Notice.Returned(
                        new Which.Charge("lost", payment),
                        "lost",
                        PaymentWorld.PRICE,
                        RefundCause.PROVIDER,
                        false);
        refunds.provider.says("lost", new GoneBack.Named(back));
        assertThat(outcome(back)).isEqualTo(Inbox.Outcome.FLAGGED);

        world.clock.advance(ReturnInquiry.AGE_MAX.plusSeconds(1));
        assertThat(asked().waiting()).isZero();

        assertThat(world.outbox.events(ReturnUnmatched.class)).hasSize(1);
        assertThat(refunds.inquiries.open()).isZero();
        assertThat(refunds.refunds.all()).isEmpty();
    }

    @Test
    void what_goes_back_of_money_kept_apart_and_does_not_fit_is_for_staff() {
        Money came = new Money(500, Asset.RUB);
        Receipt receipt = new Receipt("77", new Received.Exact(came), world.clock.instant());
        outcome(new Notice.PaidForeign(receipt));
        Which which = new Which.Theirs("77");
        for (Notice odd :
                List.of(
                        new Notice.Returned(
                                which, "re_1", new Money(1, Asset.RUB), RefundCause.DISPUTE, false),
                        new Notice.Returned(which, "re_2", came, RefundCause.DISPUTE, true))) {
            assertThat(outcome(odd)).isEqualTo(Inbox.Outcome.FLAGGED);
        }
        assertThat(world.unmatched.all()).noneMatch(Unmatched::resolved);
        assertThat(outcome(new Notice.Returned(which, "re_3", came, RefundCause.DISPUTE, false)))
                .isEqualTo(Inbox.Outcome.APPLIED);
        assertThat(world.unmatched.all()).allMatch(Unmatched::resolved);
    }

    private Inbox.Outcome outcome(Notice notice) {
        world.provider.reads(_ -> notice);
        Inbox.Message message =
                new Inbox.Message(new UUID(1, 1), "fake", "key", "{}", world.clock.instant(), 1);
        return world.unitOfWork.run(() -> apply.apply(message)).await().indefinitely().outcome();
    }
}
