package io.cybervpn.domain.fiscal.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

/** One receipt, and its place among those of its payment. */
class FiscalReceiptTest {
    private static final Instant PAID = Instant.parse("2026-11-01T10:00:00Z");
    private static final PaymentId PAYMENT = new PaymentId(new UUID(7, 7));

    private static FiscalReceipt.Queued queued(int id, ReceiptCause cause, int minor, Instant at) {
        return new FiscalReceipt.Queued(
                new ReceiptOrder(
                        new FiscalReceiptId(new UUID(1, id)),
                        "office",
                        cause,
                        PAYMENT,
                        new UUID(2, id),
                        rub(minor),
                        PAID,
                        at,
                        at));
    }

    private static Money rub(long minor) {
        return new Money(minor, Asset.RUB);
    }

    private static FiscalReceipt made(FiscalReceipt.Open open) {
        return open.registered(new Registration("at-the-office", Optional.empty()), PAID);
    }

    private static Turn turn(FiscalReceipt.Open of, FiscalReceipt... all) {
        return new ReceiptChain(List.of(all)).turnOf(of);
    }

    @Test
    void the_receipt_of_the_payment_is_the_first_also_when_a_refund_was_heard_of_before() {
        FiscalReceipt.Queued refund = queued(1, ReceiptCause.REFUND, 300, PAID);
        FiscalReceipt paid = made(queued(2, ReceiptCause.PAYMENT, 1000, PAID.plusSeconds(60)));
        assertThat(turn(refund, refund, paid))
                .isEqualTo(new Turn.Ready(rub(700), Optional.of("at-the-office")));
    }

    @Test
    void of_two_refunds_of_one_moment_each_instance_takes_the_same_first() {
        FiscalReceipt paid = made(queued(1, ReceiptCause.PAYMENT, 1000, PAID));
        FiscalReceipt.Queued first = queued(2, ReceiptCause.REFUND, 300, PAID);
        FiscalReceipt.Queued second = queued(3, ReceiptCause.REFUND, 400, PAID);
        assertThat(turn(first, second, first, paid)).isInstanceOf(Turn.Ready.class);
        assertThat(turn(second, second, first, paid)).isEqualTo(new Turn.Waits());
    }

    @Test
    void no_refund_has_its_turn_before_the_payment_is_known() {
        FiscalReceipt earlier = made(queued(1, ReceiptCause.REFUND, 300, PAID));
        FiscalReceipt.Queued refund = queued(2, ReceiptCause.REFUND, 300, PAID.plusSeconds(1));
        assertThat(turn(refund, earlier, refund)).isEqualTo(new Turn.Waits());
    }

    @Test
    void what_staff_mended_is_queued_as_it_was() {
        FiscalReceipt.Queued queued = queued(1, ReceiptCause.PAYMENT, 1000, PAID);
        assertThat(queued.givenUp("no such tax id", PAID).again()).isEqualTo(queued);
    }

    @Test
    void there_is_none_over_nothing_and_none_without_a_name_at_the_tax_office() {
        assertThatThrownBy(() -> queued(1, ReceiptCause.PAYMENT, 0, PAID))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Registration(" ", Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
