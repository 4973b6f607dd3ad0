package io.cybervpn.application.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.payment.port.PaymentNotices.Notice;
import io.cybervpn.application.shared.Inbox;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.model.Receipt;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What becomes of a stored push (R84). */
class ApplyPaymentNoticeTest {
    private final PaymentWorld world = new PaymentWorld();
    private final PaymentId payment = world.pending();
    private final ApplyPaymentNotice apply =
            new ApplyPaymentNotice(world.provider, world.confirmPayment);

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
    void what_does_not_fit_is_for_staff() {
        Receipt receipt = world.provider.pay(world.reference(), new Money(1, Asset.RUB));

        assertThat(outcome(new Notice.Paid(payment, receipt))).isEqualTo(Inbox.Outcome.FLAGGED);
    }

    @Test
    void what_is_not_ours_or_not_understood_is_for_staff_and_changes_nothing() {
        Receipt receipt = world.provider.pay(world.reference());
        PaymentId nobodys = new PaymentId(new UUID(7, 7));

        assertThat(outcome(new Notice.Paid(nobodys, receipt))).isEqualTo(Inbox.Outcome.FLAGGED);
        assertThat(outcome(new Notice.PaidForeign("77"))).isEqualTo(Inbox.Outcome.FLAGGED);
        assertThat(outcome(new Notice.NotUnderstood("?"))).isEqualTo(Inbox.Outcome.FLAGGED);
        assertThat(world.ledger.transactions()).isEmpty();
    }

    @Test
    void an_event_of_no_interest_is_ignored() {
        assertThat(outcome(new Notice.Irrelevant("update of type other")))
                .isEqualTo(Inbox.Outcome.IGNORED);
    }

    private Inbox.Outcome outcome(Notice notice) {
        world.provider.reads(_ -> notice);
        return apply.apply(
                        new Inbox.Message(
                                new UUID(1, 1), "fake", "key", "{}", world.clock.instant(), 1))
                .await()
                .indefinitely()
                .outcome();
    }
}
