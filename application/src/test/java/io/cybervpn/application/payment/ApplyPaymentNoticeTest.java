package io.cybervpn.application.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.payment.port.ChargingGateway.Kept;
import io.cybervpn.application.payment.port.PaymentNotices.Notice;
import io.cybervpn.application.payment.port.PaymentNotices.Which;
import io.cybervpn.application.shared.Inbox;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.RefundCause;
import io.cybervpn.domain.payment.model.KeepConsent;
import io.cybervpn.domain.payment.model.Receipt;
import io.cybervpn.domain.payment.model.Receipt.Received;
import io.cybervpn.domain.payment.model.SavedMethod;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What becomes of a stored push (R84). */
class ApplyPaymentNoticeTest {
    private final RefundWorld refunds = new RefundWorld();
    private final PaymentWorld world = refunds.shop;
    private final PaymentId payment = world.pending();
    private final LookingAgain lookingAgain =
            new LookingAgain(world.unitOfWork, world.payments, world.clock);
    private final ApplyPaymentNotice apply =
            new ApplyPaymentNotice(
                    world.provider,
                    world.confirmPayment,
                    lookingAgain,
                    refunds.applyReturns,
                    world.keeping,
                    new Recurring(world.takeRecurringCharge, world.mandateBook),
                    refunds.keepForeign);

    @Test
    void it_handles_providers_and_nobody_else() {
        assertThat(apply.handles("fake")).isTrue();
        assertThat(apply.handles("remnawave")).isFalse();
    }

    @Test
    void money_is_applied_and_a_repetition_too() {
        Receipt receipt = world.provider.pay(world.reference());

        assertThat(outcome(new Notice.Paid(payment, receipt))).isEqualTo(Inbox.Outcome.APPLIED);
        assertThat(outcome(new Notice.Paid(payment, receipt))).isEqualTo(Inbox.Outcome.APPLIED);
        assertThat(world.ledger.transactions()).hasSize(1);
    }

    @Test
    void what_a_push_says_was_kept_is_kept_once_if_its_payer_agreed_and_paid() {
        Receipt receipt = world.provider.pay(world.reference());
        Notice.Paid paid =
                new Notice.Paid(payment, receipt, Optional.of(new Kept("rebill-1", "Card *0777")));

        outcome(paid);
        assertThat(kept()).as("he did not agree").isEmpty();

        agree();
        outcome(paid);
        outcome(paid);
        assertThat(kept())
                .singleElement()
                .satisfies(one -> assertThat(one.title()).isEqualTo("Card *0777"))
                .satisfies(one -> assertThat(one.provider()).isEqualTo("fake"));
    }

    @Test
    void nothing_is_kept_of_money_that_does_not_fit() {
        agree();
        Receipt receipt = world.provider.pay(world.reference(), new Money(1, Asset.RUB));

        outcome(new Notice.Paid(payment, receipt, Optional.of(new Kept("rebill-1", "Card"))));

        assertThat(kept()).isEmpty();
    }

    private void agree() {
        KeepConsent consent =
                new KeepConsent(payment, PaymentWorld.BUYER, "1", world.clock.instant());
        world.unitOfWork.run(() -> world.methods.consent(consent)).await().indefinitely();
    }

    private List<SavedMethod> kept() {
        return world.unitOfWork
                .run(() -> world.methods.of(PaymentWorld.BUYER))
                .await()
                .indefinitely();
    }

    @Test
    void money_that_went_back_is_noted_by_our_name_and_by_theirs() {
        Receipt receipt = world.provider.pay(world.reference());
        outcome(new Notice.Paid(payment, receipt));
        assertThat(outcome(returned(new Which.Ours(payment), "re_1")))
                .isEqualTo(Inbox.Outcome.APPLIED);
        assertThat(outcome(returned(new Which.Theirs(receipt.reference()), "re_2")))
                .isEqualTo(Inbox.Outcome.APPLIED);
        assertThat(refunds.refunds.all()).hasSize(2);
        assertThat(outcome(returned(new Which.Theirs("nobody"), "re_3")))
                .isEqualTo(Inbox.Outcome.FLAGGED);
        assertThat(outcome(returned(new Which.Ours(new PaymentId(new UUID(7, 7))), "re_3")))
                .isEqualTo(Inbox.Outcome.FLAGGED);
    }

    private static Notice returned(Which which, String reference) {
        return new Notice.Returned(
                which, reference, new Money(100, Asset.RUB), RefundCause.PROVIDER, false);
    }

    @Test
    void what_does_not_fit_is_for_staff() {
        Receipt receipt = world.provider.pay(world.reference(), new Money(1, Asset.RUB));

        assertThat(outcome(new Notice.Paid(payment, receipt))).isEqualTo(Inbox.Outcome.FLAGGED);
    }

    @Test
    void what_is_not_ours_or_not_understood_is_for_staff_and_changes_nothing() {
        Receipt receipt = world.provider.pay(world.reference());
        PaymentId nobodys = new PaymentId(new UUID(7, 7));

        assertThat(outcome(new Notice.Paid(nobodys, receipt))).isEqualTo(Inbox.Outcome.FLAGGED);
        assertThat(outcome(new Notice.PaidForeign(receipt))).isEqualTo(Inbox.Outcome.FLAGGED);
        assertThat(outcome(new Notice.NotUnderstood("?"))).isEqualTo(Inbox.Outcome.FLAGGED);
        assertThat(world.ledger.transactions()).isEmpty();
    }

    @Test
    void money_of_an_invoice_that_names_no_payment_is_kept_apart_once() {
        Receipt receipt =
                new Receipt(
                        "77", new Received.Exact(new Money(500, Asset.RUB)), world.clock.instant());
        for (int i = 0; i < 3; i++) {
            assertThat(outcome(new Notice.PaidForeign(receipt))).isEqualTo(Inbox.Outcome.FLAGGED);
        }
        assertThat(world.ledger.transactions()).hasSize(1);
        assertThat(world.unmatched.all())
                .singleElement()
                .satisfies(
                        money -> {
                            assertThat(money.receipt()).isEqualTo(receipt);
                            assertThat(money.payment()).isEmpty();
                        });
    }

    @Test
    void a_hint_that_somebody_elses_invoice_was_paid_has_the_provider_asked() {
        PaymentId nobodys = new PaymentId(new UUID(7, 7));
        assertThat(outcome(new Notice.Look(nobodys, Optional.of("78"))))
                .isEqualTo(Inbox.Outcome.FLAGGED);
        assertThat(outcome(new Notice.AskForeign("79"))).isEqualTo(Inbox.Outcome.FLAGGED);
        assertThat(refunds.inquiries.open()).isEqualTo(2);
        assertThat(outcome(new Notice.Look(payment, Optional.of("80"))))
                .isEqualTo(Inbox.Outcome.APPLIED);
        assertThat(refunds.inquiries.open()).isEqualTo(2);
        assertThat(world.ledger.transactions()).isEmpty();
    }

    @Test
    void an_event_of_no_interest_is_ignored() {
        assertThat(outcome(new Notice.Irrelevant("update of type other")))
                .isEqualTo(Inbox.Outcome.IGNORED);
    }

    @Test
    void a_hint_makes_the_janitor_ask_at_once_and_books_nothing_itself() {
        world.provider.pay(world.reference());

        assertThat(outcome(new Notice.Look(payment))).isEqualTo(Inbox.Outcome.APPLIED);
        assertThat(world.ledger.transactions()).isEmpty();

        assertThat(world.resolve().taken()).isEqualTo(1);
        assertThat(world.state(payment)).isEqualTo("captured");
        assertThat(outcome(new Notice.Look(payment))).isEqualTo(Inbox.Outcome.APPLIED);
        assertThat(world.resolve().taken()).isZero();
        assertThat(world.ledger.transactions()).hasSize(1);
    }

    @Test
    void a_hint_that_lies_changes_nothing() {
        assertThat(outcome(new Notice.Look(payment))).isEqualTo(Inbox.Outcome.APPLIED);

        assertThat(world.resolve().taken()).isEqualTo(1);

        assertThat(world.state(payment)).isEqualTo("pending");
        assertThat(world.ledger.transactions()).isEmpty();
    }

    @Test
    void money_after_the_expiry_is_found_by_a_hint_and_an_empty_one_asks_only_once() {
        world.provider.expire(world.reference());
        world.clock.advance(Duration.ofHours(2));
        assertThat(world.resolve().taken()).isEqualTo(1);
        assertThat(world.state(payment)).isEqualTo("expired");

        assertThat(outcome(new Notice.Look(payment))).isEqualTo(Inbox.Outcome.APPLIED);
        assertThat(world.resolve().taken()).isEqualTo(1);
        assertThat(world.resolveLater().taken()).isZero();
        world.provider.pay(world.reference());
        assertThat(outcome(new Notice.Look(payment))).isEqualTo(Inbox.Outcome.APPLIED);
        world.provider.mood(FakeProvider.Mood.DOWN);
        assertThat(world.resolve().unavailable()).containsExactly("fake");
        world.provider.mood(FakeProvider.Mood.WELL);

        assertThat(world.resolveLater().taken()).isEqualTo(1);
        assertThat(world.state(payment)).isEqualTo("captured");
    }

    @Test
    void a_hint_about_nobodys_payment_or_anothers_is_for_staff() {
        PaymentId nobodys = new PaymentId(new UUID(7, 7));

        assertThat(outcome(new Notice.Look(nobodys))).isEqualTo(Inbox.Outcome.FLAGGED);
        assertThat(
                        lookingAgain
                                .lookNow(Set.of(new LookingAgain.Hint(payment, "other")))
                                .await()
                                .indefinitely())
                .isEmpty();
        assertThat(world.resolve().taken()).isZero();
    }

    private Inbox.Outcome outcome(Notice notice) {
        world.provider.reads(_ -> notice);
        Inbox.Message message =
                new Inbox.Message(new UUID(1, 1), "fake", "key", "{}", world.clock.instant(), 1);
        return world.unitOfWork.run(() -> apply.apply(message)).await().indefinitely().outcome();
    }
}
