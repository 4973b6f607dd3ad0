package io.cybervpn.domain.fiscal.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.domain.fiscal.FiscalReceiptId;
import io.cybervpn.domain.fiscal.model.ReceiptChain.Turn;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whose turn it is among the receipts of a payment, and over how much. */
class ReceiptChainTest {
    private static final Instant PAID = Instant.parse("2026-11-01T10:00:00Z");

    private final PaymentId payment = new PaymentId(UUID.randomUUID());
    private int moved;

    private ReceiptOrder order(ReceiptCause cause, long minor) {
        Instant at = PAID.plusSeconds(moved++);
        return new ReceiptOrder(
                new FiscalReceiptId(UUID.randomUUID()),
                "office",
                cause,
                payment,
                UUID.randomUUID(),
                rub(minor),
                PAID,
                at,
                at);
    }

    private static Money rub(long minor) {
        return new Money(minor, Asset.RUB);
    }

    private FiscalReceipt.Queued queued(ReceiptCause cause, long minor) {
        return new FiscalReceipt.Queued(order(cause, minor));
    }

    private static FiscalReceipt made(FiscalReceipt.Open open, String reference) {
        return open.registered(new Registration(reference, Optional.empty()), PAID);
    }

    private static Turn turn(FiscalReceipt.Open of, FiscalReceipt... all) {
        return new ReceiptChain(List.of(all)).turnOf(of);
    }

    @Test
    void a_payment_is_first_and_over_all_of_it_in_whatever_order_they_are_read() {
        FiscalReceipt.Queued refund = queued(ReceiptCause.REFUND, 300);
        FiscalReceipt.Queued paid = queued(ReceiptCause.PAYMENT, 1000);
        assertThat(turn(paid, refund, paid)).isEqualTo(new Turn.Ready(rub(1000), Optional.empty()));
        assertThat(turn(refund, refund, paid)).isEqualTo(new Turn.Waits());
        assertThat(turn(refund, refund)).isEqualTo(new Turn.Waits());
    }

    @Test
    void each_refund_takes_the_place_of_the_receipt_before_over_what_is_left() {
        FiscalReceipt paid = made(queued(ReceiptCause.PAYMENT, 1000), "a");
        FiscalReceipt.Queued first = queued(ReceiptCause.REFUND, 300);
        FiscalReceipt.Queued second = queued(ReceiptCause.REFUND, 700);
        assertThat(turn(first, paid, first, second))
                .isEqualTo(new Turn.Ready(rub(700), Optional.of("a")));
        assertThat(turn(second, paid, first, second)).isEqualTo(new Turn.Waits());
        assertThat(turn(second, paid, made(first, "b"), second))
                .isEqualTo(new Turn.Ready(rub(0), Optional.of("b")));
    }

    @Test
    void a_refund_that_did_not_come_true_is_money_again() {
        FiscalReceipt paid = made(queued(ReceiptCause.PAYMENT, 1000), "a");
        FiscalReceipt all = made(queued(ReceiptCause.REFUND, 1000), "annulled:a");
        FiscalReceipt.Queued undone = queued(ReceiptCause.REFUND_UNDONE, 1000);
        FiscalReceipt.Queued next = queued(ReceiptCause.REFUND, 1);
        assertThat(turn(undone, paid, all, undone))
                .isEqualTo(new Turn.Ready(rub(1000), Optional.empty()));
        assertThat(turn(next, paid, all, made(undone, "c"), next))
                .isEqualTo(new Turn.Ready(rub(999), Optional.of("c")));
    }

    @Test
    void what_staff_have_to_look_at_holds_up_those_after_it() {
        FiscalReceipt lost = queued(ReceiptCause.PAYMENT, 1000).givenUp("no", PAID);
        FiscalReceipt.Queued refund = queued(ReceiptCause.REFUND, 300);
        assertThat(turn(refund, lost, refund)).isEqualTo(new Turn.Waits());
    }

    @Test
    void what_was_cancelled_as_needless_counts_for_nothing_and_what_was_made_by_hand_is_unknown() {
        FiscalReceipt paid = made(queued(ReceiptCause.PAYMENT, 1000), "a");
        ReceiptOrder order = order(ReceiptCause.REFUND, 1000);
        FiscalReceipt needless = new FiscalReceipt.Cancelled(order, false, "undone", PAID);
        FiscalReceipt byHand = new FiscalReceipt.Cancelled(order, true, "by hand", PAID);
        FiscalReceipt.Queued refund = queued(ReceiptCause.REFUND, 300);
        assertThat(turn(refund, paid, needless, refund))
                .isEqualTo(new Turn.Ready(rub(700), Optional.of("a")));
        assertThat(turn(refund, paid, byHand, refund)).isInstanceOf(Turn.Hopeless.class);
    }

    @Test
    void more_cannot_go_back_than_the_receipts_say_is_there() {
        FiscalReceipt paid = made(queued(ReceiptCause.PAYMENT, 1000), "a");
        FiscalReceipt.Queued refund = queued(ReceiptCause.REFUND, 1001);
        assertThat(turn(refund, paid, refund)).isInstanceOf(Turn.Hopeless.class);
    }

    @Test
    void what_was_sent_may_be_sent_again_only_once_it_is_settled() {
        FiscalReceipt.Sent sent = queued(ReceiptCause.PAYMENT, 1000).sent(PAID);
        Instant settled = PAID.plus(FiscalReceipt.Sent.SETTLED_AFTER);
        assertThat(sent.mayRepeat(settled.minusNanos(1))).isFalse();
        assertThat(sent.mayRepeat(settled)).isTrue();
    }
}
