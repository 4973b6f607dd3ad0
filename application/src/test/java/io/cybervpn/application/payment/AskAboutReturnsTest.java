package io.cybervpn.application.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.payment.port.GoneBack;
import io.cybervpn.application.payment.port.InvoiceCall;
import io.cybervpn.application.payment.port.PaymentNotices.Notice;
import io.cybervpn.application.payment.port.PaymentNotices.Which;
import io.cybervpn.domain.payment.PaymentFlagged;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.PaymentRefunded;
import io.cybervpn.domain.payment.RefundCause;
import io.cybervpn.domain.payment.ReturnUnmatched;
import io.cybervpn.domain.payment.model.Receipt;
import io.cybervpn.domain.payment.model.Refund;
import io.cybervpn.domain.payment.model.ReturnInquiry;
import io.cybervpn.domain.payment.model.Spending;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A push that only hints at money that went back: the provider's own answer counts. */
class AskAboutReturnsTest {
    private static final long PRICE = PaymentWorld.PRICE.minorUnits();

    private final RefundWorld world = new RefundWorld();

    private void hint(String about) {
        world.applyReturns
                .ask(List.of(new ApplyReturns.Hint("fake", about)))
                .await()
                .indefinitely();
    }

    private AskAboutReturns.Report ask() {
        return world.askAboutReturns.execute().await().indefinitely();
    }

    private AskAboutReturns.Report askLater() {
        world.shop.clock.advance(Duration.ofMinutes(11));
        return ask();
    }

    private static GoneBack named(PaymentId payment, long units, boolean undone) {
        return new GoneBack.Named(
                new Notice.Returned(
                        new Which.Ours(payment),
                        "re_9",
                        RefundWorld.rub(units),
                        RefundCause.PROVIDER,
                        undone));
    }

    private static GoneBack left(PaymentId payment, long units) {
        return new GoneBack.Left(new Which.Ours(payment), RefundWorld.rub(units));
    }

    @Test
    void what_the_provider_says_is_noted_once() {
        PaymentId payment = world.sold();
        world.provider.says("re_9", named(payment, 500, false));
        hint("re_9");
        hint("re_9");
        assertThat(ask()).isEqualTo(new AskAboutReturns.Report(1, 0));
        hint("re_9");
        assertThat(ask().taken()).isOne();
        assertThat(world.refunds.all()).singleElement().isInstanceOf(Refund.Succeeded.class);
        assertThat(world.shop.outbox.events(PaymentRefunded.class)).hasSize(1);
        assertThat(world.inquiries.open()).isZero();
    }

    /** An invoice at the provider of a payment that this shop never made. */
    private String foreignInvoice() {
        return world.shop
                .provider
                .invoice(
                        new InvoiceCall(
                                new PaymentId(new UUID(7, 7)),
                                RefundWorld.rub(700),
                                "of somebody else",
                                Duration.ofHours(1)))
                .await()
                .indefinitely()
                .reference();
    }

    @Test
    void money_for_nobody_we_know_is_kept_apart_once_the_provider_says_that_it_came() {
        String invoice = foreignInvoice();
        hint(ReturnInquiry.ofInvoice(invoice));
        assertThat(ask()).isEqualTo(new AskAboutReturns.Report(1, 1));
        assertThat(world.shop.unmatched.all()).isEmpty();

        Receipt receipt = world.shop.provider.pay(invoice);
        world.shop.provider.mood(FakeProvider.Mood.DOWN);
        assertThat(askLater()).isEqualTo(new AskAboutReturns.Report(1, 1));
        world.shop.provider.mood(FakeProvider.Mood.WELL);
        assertThat(askLater()).isEqualTo(new AskAboutReturns.Report(1, 0));
        hint(ReturnInquiry.ofInvoice(invoice));
        assertThat(ask()).isEqualTo(new AskAboutReturns.Report(1, 0));

        assertThat(world.shop.unmatched.all())
                .singleElement()
                .satisfies(money -> assertThat(money.receipt()).isEqualTo(receipt));
        assertThat(world.shop.ledger.transactions()).hasSize(1);
        assertThat(world.inquiries.open()).isZero();
    }

    @Test
    void a_lie_about_an_invoice_of_ours_keeps_nothing_apart() {
        PaymentId payment = world.sold();
        int before = world.shop.ledger.transactions().size();
        hint(ReturnInquiry.ofInvoice(world.shop.reference()));
        assertThat(ask()).isEqualTo(new AskAboutReturns.Report(1, 0));
        assertThat(world.shop.unmatched.all()).isEmpty();
        assertThat(world.shop.ledger.transactions()).hasSize(before);
        assertThat(world.shop.state(payment)).isEqualTo("captured");
    }

    @Test
    void a_provider_that_is_down_is_asked_again() {
        PaymentId payment = world.sold();
        world.provider.says("re_9", named(payment, 500, false));
        world.provider.mood(FakeProvider.Mood.DOWN);
        hint("re_9");
        assertThat(ask()).isEqualTo(new AskAboutReturns.Report(1, 1));
        assertThat(world.refunds.all()).isEmpty();
        world.provider.mood(FakeProvider.Mood.WELL);
        assertThat(ask().taken()).isZero();
        assertThat(askLater()).isEqualTo(new AskAboutReturns.Report(1, 0));
        assertThat(world.refunds.all()).hasSize(1);
    }

    @Test
    void what_never_gets_an_answer_calls_staff_in_the_end() {
        world.provider.says("re_9", new GoneBack.NotYet());
        hint("re_9");
        assertThat(ask().waiting()).isOne();
        world.shop.clock.advance(ReturnInquiry.AGE_MAX.plusSeconds(1));
        assertThat(ask().waiting()).isZero();
        assertThat(world.shop.outbox.events(ReturnUnmatched.class)).hasSize(1);
        assertThat(world.inquiries.open()).isZero();
    }

    /** The year that was played found it: the word of the money came nine months after. */
    @Test
    void what_went_back_before_its_money_was_heard_of_is_asked_for_when_it_is() {
        world.provider.saysWhatIsLeft();
        PaymentId payment = world.shop.pending();
        String reference = world.shop.reference();
        world.shop.provider.expire(reference);
        world.shop.clock.advance(Duration.ofHours(2));
        world.shop.resolve();
        assertThat(world.shop.state(payment)).isEqualTo("expired");
        world.provider.says(reference, left(payment, PRICE - 500));
        hint(reference);
        assertThat(ask().waiting()).isOne();
        world.shop.clock.advance(ReturnInquiry.AGE_MAX.plusSeconds(1));
        assertThat(ask().waiting()).isZero();
        assertThat(world.shop.outbox.events(ReturnUnmatched.class)).hasSize(1);
        assertThat(world.inquiries.open()).isZero();

        Receipt receipt = world.shop.provider.pay(reference);
        world.shop.confirm(payment, receipt);
        world.shop.confirm(payment, receipt);
        world.spending = new Spending.Spent(PaymentWorld.PRICE);
        assertThat(ask()).isEqualTo(new AskAboutReturns.Report(1, 0));

        assertThat(world.refunds.all())
                .singleElement()
                .satisfies(
                        refund ->
                                assertThat(refund.request().amount())
                                        .isEqualTo(RefundWorld.rub(500)));
        assertThat(world.inquiries.open()).isZero();
    }

    @Test
    void money_that_comes_in_time_is_not_asked_about() {
        world.provider.saysWhatIsLeft();
        world.sold();
        assertThat(ask().taken()).isZero();
    }

    @Test
    void what_is_of_no_payment_of_ours_calls_staff() {
        world.provider.says("re_9", named(new PaymentId(new java.util.UUID(7, 7)), 5, false));
        hint("re_9");
        hint("re_8");
        assertThat(ask()).isEqualTo(new AskAboutReturns.Report(2, 0));
        assertThat(world.shop.outbox.events(ReturnUnmatched.class))
                .extracting(ReturnUnmatched::about)
                .containsExactly("re_9", "re_8");
    }

    @Test
    void what_did_not_come_true_is_put_back() {
        PaymentId payment = world.sold();
        world.provider.says("dp_1", named(payment, PRICE, false));
        hint("dp_1");
        ask();
        world.provider.says("dp_1", named(payment, PRICE, true));
        hint("dp_1");
        ask();
        assertThat(world.only()).isInstanceOf(Refund.Failed.class);
        assertThat(world.request(world.wish(payment, PRICE, "anew")))
                .isInstanceOf(RequestRefund.Result.Promised.class);
    }

    @Test
    void of_a_sum_only_what_is_not_known_went_back_past_us() {
        PaymentId payment = world.sold();
        assertThat(world.request(world.wish(payment, 300, "ours"))).isNotNull();
        world.provider.says("1", left(payment, PRICE - 800));
        hint("1");
        assertThat(ask().waiting()).isOne();
        assertThat(world.send().taken()).isOne();
        assertThat(askLater().waiting()).isZero();
        assertThat(world.refunds.all())
                .extracting(one -> one.request().amount())
                .containsExactly(RefundWorld.rub(300), RefundWorld.rub(500));
        hint("1");
        ask();
        assertThat(world.refunds.all()).hasSize(2);
    }

    @Test
    void money_that_has_not_come_here_yet_waits_for_it() {
        PaymentId payment = world.shop.pending();
        world.provider.says("1", left(payment, 0));
        hint("1");
        assertThat(ask().waiting()).isOne();
        world.shop.confirm(payment, world.shop.provider.pay(world.shop.reference()));
        assertThat(askLater().waiting()).isZero();
        assertThat(world.only()).isInstanceOf(Refund.Succeeded.class);
        assertThat(world.only().request().amount()).isEqualTo(PaymentWorld.PRICE);
    }

    @Test
    void more_left_than_there_should_be_calls_staff() {
        PaymentId payment = world.sold();
        assertThat(world.note(payment, "re_1", 500, false)).isNotNull();
        world.provider.says("1", left(payment, PRICE));
        hint("1");
        assertThat(ask().waiting()).isZero();
        assertThat(world.shop.outbox.events(PaymentFlagged.class)).hasSize(1);
        assertThat(world.refunds.all()).hasSize(1);
    }
}
