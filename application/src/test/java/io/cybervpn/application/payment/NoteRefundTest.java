package io.cybervpn.application.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.domain.ledger.LedgerAccount;
import io.cybervpn.domain.payment.PaymentFlagged;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.PaymentRefundUndone;
import io.cybervpn.domain.payment.PaymentRefunded;
import io.cybervpn.domain.payment.RefundCause;
import io.cybervpn.domain.payment.model.Spending;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Refunds and disputes that a provider tells of: late, early, twice, and too much. */
class NoteRefundTest {
    private static final long PRICE = PaymentWorld.PRICE.minorUnits();
    private static final LedgerAccount REFUNDS = new LedgerAccount.Refunds();

    private final RefundWorld world = new RefundWorld();

    private long told() {
        return world.shop.outbox.events(PaymentRefunded.class).size();
    }

    @Test
    void a_refund_at_the_provider_is_booked_and_told_once() {
        PaymentId payment = world.sold();
        for (int i = 0; i < 3; i++) {
            assertThat(world.note(payment, "re_1", 5_000, false))
                    .isEqualTo(new NoteRefund.Result.Noted(payment));
        }
        assertThat(world.shop.balance(REFUNDS)).isEqualTo(5_000);
        assertThat(told()).isEqualTo(1);
        assertThat(world.note(payment, "re_1", 5_001, false))
                .isInstanceOf(NoteRefund.Result.Flagged.class);
        assertThat(world.shop.balance(REFUNDS)).isEqualTo(5_000);
    }

    @Test
    void a_refund_told_before_the_payment_ends_refunded() {
        PaymentId payment = world.shop.pending();
        world.spending = new Spending.Undecided();
        world.note(payment, "re_1", PRICE, false);
        assertThat(world.state()).isEqualTo("reported");

        world.shop.confirm(payment, world.shop.provider.pay(world.shop.reference()));
        world.send();
        assertThat(world.state()).isEqualTo("reported");
        world.spending = new Spending.Spent(PaymentWorld.PRICE);
        world.shop.clock.advance(Duration.ofMinutes(11));
        world.send();

        assertThat(world.state()).isEqualTo("succeeded");
        assertThat(told()).isEqualTo(1);
        assertThat(world.shop.balance(PaymentWorld.CLEARING)).isZero();
    }

    @Test
    void the_word_about_ours_is_not_a_second_refund() {
        PaymentId payment = world.sold();
        world.request(world.wish(payment, 5_000, "a"));
        world.provider.mood(FakeProvider.Mood.LOSES_ANSWERS);
        world.send();
        String reference = "re_" + world.only().id().value().getLeastSignificantBits();
        world.note(payment, reference, 5_000, false);
        assertThat(world.refunds.all()).hasSize(1);
        assertThat(world.state()).isEqualTo("succeeded");
        assertThat(told()).isEqualTo(1);
        world.note(payment, reference, 5_000, false);
        assertThat(world.refunds.all()).hasSize(1);
    }

    @Test
    void a_dispute_takes_the_same_path_and_a_won_one_puts_things_back() {
        PaymentId payment = world.sold();
        world.note(payment, "dp_1", PRICE, RefundCause.DISPUTE, false);
        assertThat(world.shop.outbox.events(PaymentRefunded.class).getFirst().cause())
                .isEqualTo(RefundCause.DISPUTE);
        world.note(payment, "dp_1", PRICE, RefundCause.DISPUTE, true);
        assertThat(world.shop.balance(REFUNDS)).isZero();
        assertThat(world.shop.outbox.events(PaymentRefundUndone.class)).hasSize(1);
    }

    @Test
    void what_was_undone_before_it_was_told_stays_undone() {
        PaymentId payment = world.sold();
        world.note(payment, "dp_1", PRICE, RefundCause.DISPUTE, true);
        world.note(payment, "dp_1", PRICE, RefundCause.DISPUTE, false);
        assertThat(world.state()).isEqualTo("failed");
        assertThat(world.shop.balance(REFUNDS)).isZero();
        assertThat(told()).isZero();
    }

    @Test
    void more_than_came_is_booked_apart_and_flagged() {
        PaymentId payment = world.sold();
        world.note(payment, "re_1", PRICE, false);
        world.note(payment, "dp_1", PRICE, RefundCause.DISPUTE, false);
        assertThat(world.shop.balance(REFUNDS)).isEqualTo(PRICE);
        assertThat(world.shop.balance(PaymentWorld.UNALLOCATED)).isEqualTo(PRICE);
        assertThat(world.shop.balance(PaymentWorld.CLEARING)).isEqualTo(-PRICE);
        assertThat(world.shop.outbox.events(PaymentFlagged.class)).hasSize(1);
    }

    @Test
    void a_payment_of_nobody_or_of_another_provider_is_not_ours() {
        PaymentId payment = world.sold();
        PaymentId nobodys = new PaymentId(new UUID(7, 7));
        assertThat(world.note(nobodys, "re_1", 1, false))
                .isEqualTo(new NoteRefund.Result.NoSuchPayment(nobodys));
        assertThat(
                        world.noteRefund
                                .execute(
                                        new NoteRefund.Command(
                                                payment,
                                                "other",
                                                "re_1",
                                                RefundWorld.rub(1),
                                                RefundCause.PROVIDER,
                                                false))
                                .await()
                                .indefinitely())
                .isEqualTo(new NoteRefund.Result.NoSuchPayment(payment));
    }
}
