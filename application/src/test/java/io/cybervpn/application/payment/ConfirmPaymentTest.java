package io.cybervpn.application.payment;

import static io.cybervpn.application.payment.PaymentWorld.CLEARING;
import static io.cybervpn.application.payment.PaymentWorld.PRICE;
import static io.cybervpn.application.payment.PaymentWorld.UNALLOCATED;
import static io.cybervpn.application.payment.PaymentWorld.WALLET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cybervpn.domain.payment.PaymentCaptured;
import io.cybervpn.domain.payment.PaymentFlagged;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.model.Receipt;
import io.cybervpn.domain.payment.model.Receipt.Received;
import io.cybervpn.domain.payment.model.Unmatched;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The one way money comes in (R85, R86; facts/providers.md §0). */
class ConfirmPaymentTest {
    private final PaymentWorld world = new PaymentWorld();
    private final PaymentId payment = world.pending();
    private final String reference = world.reference();

    @Test
    void money_is_captured_booked_and_told() {
        Receipt receipt = world.provider.pay(reference);

        assertThat(world.confirm(payment, receipt))
                .isEqualTo(new ConfirmPayment.Result.Confirmed(payment, true));

        assertThat(world.state(payment)).isEqualTo("captured");
        assertThat(world.balance(CLEARING)).isEqualTo(PRICE.minorUnits());
        assertThat(world.balance(WALLET)).isEqualTo(-PRICE.minorUnits());
        assertThat(world.outbox.events(PaymentCaptured.class))
                .singleElement()
                .extracting(PaymentCaptured::received)
                .isEqualTo(PRICE);
    }

    @Test
    void a_repeated_word_confirms_once() {
        Receipt receipt = world.provider.pay(reference);
        assertThat(world.confirm(payment, receipt))
                .isInstanceOf(ConfirmPayment.Result.Confirmed.class);

        assertThat(world.confirm(payment, receipt))
                .isEqualTo(new ConfirmPayment.Result.Confirmed(payment, false));

        assertThat(world.ledger.transactions()).hasSize(1);
        assertThat(world.outbox.events()).hasSize(1);
    }

    @Test
    void words_that_come_together_are_taken_as_if_one_came_after_the_other() {
        Receipt receipt = world.provider.pay(reference);
        Receipt second =
                new Receipt("another-invoice", new Received.Exact(PRICE), receipt.paidAt());
        PaymentId nobodys = new PaymentId(new UUID(7, 7));

        List<ConfirmPayment.Result> results =
                world.confirmPayment
                        .executeAll(
                                List.of(
                                        new ConfirmPayment.Command(payment, "fake", receipt),
                                        new ConfirmPayment.Command(nobodys, "fake", receipt),
                                        new ConfirmPayment.Command(payment, "fake", receipt),
                                        new ConfirmPayment.Command(payment, "fake", second),
                                        new ConfirmPayment.Command(payment, "fake", second)))
                        .await()
                        .indefinitely();

        assertThat(results)
                .startsWith(
                        new ConfirmPayment.Result.Confirmed(payment, true),
                        new ConfirmPayment.Result.NoSuchPayment(nobodys),
                        new ConfirmPayment.Result.Confirmed(payment, false))
                .hasSize(5);
        assertThat(results.subList(3, 5)).allMatch(ConfirmPayment.Result.Flagged.class::isInstance);
        assertThat(world.ledger.transactions()).hasSize(2);
        assertThat(world.outbox.events(PaymentCaptured.class)).hasSize(1);
        assertThat(world.outbox.events(PaymentFlagged.class)).hasSize(1);
        assertThat(world.balance(UNALLOCATED)).isEqualTo(-PRICE.minorUnits());
    }

    @Test
    void twenty_at_once_confirm_once() {
        Receipt receipt = world.provider.pay(reference);

        long first =
                IntStream.range(0, 20)
                        .parallel()
                        .mapToObj(_ -> world.confirm(payment, receipt))
                        .filter(new ConfirmPayment.Result.Confirmed(payment, true)::equals)
                        .count();

        assertThat(first).isEqualTo(1);
        assertThat(world.ledger.transactions()).hasSize(1);
        assertThat(world.outbox.events()).hasSize(1);
    }

    @Test
    void a_telling_that_fails_takes_the_capture_back() {
        Receipt receipt = world.provider.pay(reference);
        world.outbox.failFromNowOn(true);

        assertThatThrownBy(() -> world.confirm(payment, receipt))
                .isInstanceOf(IllegalStateException.class);

        assertThat(world.state(payment)).isEqualTo("pending");
        assertThat(world.ledger.transactions()).isEmpty();
    }

    @Test
    void too_little_is_flagged_and_kept_apart() {
        Receipt receipt = world.provider.pay(reference, new Money(19_899, Asset.RUB));

        assertThat(world.confirm(payment, receipt))
                .isInstanceOf(ConfirmPayment.Result.Flagged.class);
        assertThat(world.confirm(payment, receipt))
                .isInstanceOf(ConfirmPayment.Result.Flagged.class);

        assertThat(world.state(payment)).isEqualTo("flagged");
        assertThat(world.balance(WALLET)).isZero();
        assertThat(world.balance(UNALLOCATED)).isEqualTo(-19_899);
        assertThat(world.outbox.events(PaymentFlagged.class)).hasSize(1);
        assertThat(world.outbox.events(PaymentCaptured.class)).isEmpty();
    }

    @Test
    void another_currency_is_flagged_and_kept_apart() {
        Receipt receipt = world.provider.pay(reference, new Money(19_900, Asset.USD));

        assertThat(world.confirm(payment, receipt))
                .isInstanceOf(ConfirmPayment.Result.Flagged.class);

        assertThat(world.ledger.balanceOf(UNALLOCATED, Asset.USD)).isEqualTo(-19_900);
        assertThat(world.balance(WALLET)).isZero();
    }

    @Test
    void what_cannot_be_counted_is_flagged_without_a_booking() {
        Receipt receipt =
                new Receipt(
                        reference, new Received.Unreadable("199.00 KZT"), world.clock.instant());

        assertThat(world.confirm(payment, receipt))
                .isInstanceOf(ConfirmPayment.Result.Flagged.class);

        assertThat(world.state(payment)).isEqualTo("flagged");
        assertThat(world.ledger.transactions()).isEmpty();
        assertThat(world.outbox.events(PaymentFlagged.class)).hasSize(1);
    }

    @Test
    void too_much_is_the_payers_in_full() {
        Receipt receipt = world.provider.pay(reference, new Money(20_000, Asset.RUB));

        assertThat(world.confirm(payment, receipt))
                .isEqualTo(new ConfirmPayment.Result.Confirmed(payment, true));

        assertThat(world.balance(WALLET)).isEqualTo(-20_000);
    }

    @Test
    void money_that_names_no_payment_of_ours_is_kept_apart_once() {
        PaymentId nobodys = new PaymentId(new UUID(7, 7));
        Receipt receipt = new Receipt("nobody's", new Received.Exact(PRICE), world.clock.instant());

        world.confirm(nobodys, receipt);
        world.confirm(nobodys, receipt);

        assertThat(world.balance(UNALLOCATED)).isEqualTo(-PRICE.minorUnits());
        assertThat(world.unmatched.all())
                .singleElement()
                .satisfies(
                        one -> {
                            assertThat(one.payment()).isEmpty();
                            assertThat(one.left(List.of()))
                                    .isEqualTo(new Unmatched.Left.Counted(PRICE));
                        });
    }

    @Test
    void what_does_not_fit_is_listed_once_also_what_nobody_can_count() {
        Receipt odd =
                new Receipt(reference, new Received.Unreadable("12 coins"), world.clock.instant());
        Receipt second = new Receipt("second", new Received.Exact(PRICE), world.clock.instant());

        world.confirm(payment, odd);
        world.confirm(payment, odd);
        world.confirm(payment, second);
        world.confirm(payment, second);

        assertThat(world.unmatched.all())
                .extracting(one -> one.left(List.of()))
                .containsExactly(new Unmatched.Left.Uncounted(), new Unmatched.Left.Counted(PRICE));
        assertThat(world.unmatched.all())
                .allSatisfy(one -> assertThat(one.payment()).contains(payment));
    }

    @Test
    void an_invoice_of_ours_under_another_name_books_nothing() {
        PaymentId nobodys = new PaymentId(new UUID(7, 7));
        Receipt receipt = world.provider.pay(reference);

        assertThat(world.confirm(nobodys, receipt))
                .isEqualTo(new ConfirmPayment.Result.NoSuchPayment(nobodys));
        assertThat(world.ledger.transactions()).isEmpty();
    }

    @Test
    void late_money_is_still_money() {
        world.provider.expire(reference);
        world.clock.advance(Duration.ofHours(2));
        assertThat(world.resolve().taken()).isEqualTo(1);
        assertThat(world.state(payment)).isEqualTo("expired");

        assertThat(world.confirm(payment, world.provider.pay(reference)))
                .isEqualTo(new ConfirmPayment.Result.Confirmed(payment, true));

        assertThat(world.balance(WALLET)).isEqualTo(-PRICE.minorUnits());
    }

    @Test
    void the_money_of_a_second_invoice_is_kept_apart_once() {
        assertThat(world.confirm(payment, world.provider.pay(reference)))
                .isInstanceOf(ConfirmPayment.Result.Confirmed.class);
        Receipt second = world.provider.pay(world.provider.makeTwin(reference));

        assertThat(world.confirm(payment, second))
                .isInstanceOf(ConfirmPayment.Result.Flagged.class);
        assertThat(world.confirm(payment, second))
                .isInstanceOf(ConfirmPayment.Result.Flagged.class);

        assertThat(world.state(payment)).isEqualTo("captured");
        assertThat(world.balance(WALLET)).isEqualTo(-PRICE.minorUnits());
        assertThat(world.balance(UNALLOCATED)).isEqualTo(-PRICE.minorUnits());
        assertThat(world.outbox.events(PaymentCaptured.class)).hasSize(1);
        assertThat(world.outbox.events(PaymentFlagged.class)).hasSize(1);
    }

    @Test
    void the_same_invoice_with_other_money_books_nothing_and_calls_staff() {
        assertThat(world.confirm(payment, world.provider.pay(reference)))
                .isInstanceOf(ConfirmPayment.Result.Confirmed.class);

        assertThat(world.confirm(payment, world.provider.pay(reference, new Money(1, Asset.RUB))))
                .isInstanceOf(ConfirmPayment.Result.Flagged.class);

        assertThat(world.ledger.transactions()).hasSize(1);
        assertThat(world.outbox.events(PaymentFlagged.class)).hasSize(1);
    }
}
