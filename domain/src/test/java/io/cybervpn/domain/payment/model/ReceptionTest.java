package io.cybervpn.domain.payment.model;

import static io.cybervpn.domain.payment.model.Samples.INVOICE;
import static io.cybervpn.domain.payment.model.Samples.NOW;
import static io.cybervpn.domain.payment.model.Samples.PRICE;
import static io.cybervpn.domain.payment.model.Samples.REQUEST;
import static io.cybervpn.domain.payment.model.Samples.receipt;
import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.domain.payment.PaymentCaptured;
import io.cybervpn.domain.payment.model.Receipt.Received;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What money that comes means (facts/providers.md §0). */
class ReceptionTest {
    static java.util.List<Payment> unpaid() {
        return Samples.unpaid();
    }

    @ParameterizedTest
    @MethodSource("unpaid")
    void money_as_asked_for_is_captured_in_every_state_without_money(Payment payment) {
        Reception reception = payment.receive(Samples.asAsked(), NOW);

        assertThat(reception).isInstanceOf(Reception.Capture.class);
        PaymentCaptured event = ((Reception.Capture) reception).event();
        assertThat(event)
                .isEqualTo(
                        new PaymentCaptured(
                                REQUEST.id(),
                                REQUEST.subject(),
                                REQUEST.payer(),
                                "cryptobot",
                                PRICE,
                                NOW.plusSeconds(60),
                                NOW));
    }

    @Property
    void more_than_asked_for_is_captured_in_full(
            @ForAll @LongRange(min = 0, max = 1_000_000_000) long over) {
        Money received = new Money(PRICE.minorUnits() + over, Asset.RUB);

        Reception reception = pending().receive(receipt(INVOICE.reference(), received), NOW);

        assertThat(reception)
                .isInstanceOfSatisfying(
                        Reception.Capture.class,
                        capture -> assertThat(capture.received()).isEqualTo(received));
    }

    @Property
    void less_than_asked_for_is_flagged_and_never_captured(
            @ForAll @LongRange(min = 1, max = 19_899) long units) {
        Reception reception =
                pending().receive(receipt(INVOICE.reference(), new Money(units, Asset.RUB)), NOW);

        assertThat(reception)
                .isInstanceOfSatisfying(
                        Reception.Flag.class,
                        flag -> assertThat(flag.event().reason()).startsWith("underpaid"));
    }

    @Test
    void the_same_number_of_another_currency_is_flagged() {
        Reception reception =
                pending().receive(receipt(INVOICE.reference(), new Money(19_900, Asset.USD)), NOW);

        assertThat(reception)
                .isInstanceOfSatisfying(
                        Reception.Flag.class,
                        flag -> assertThat(flag.event().reason()).startsWith("other currency"));
    }

    @Test
    void money_that_cannot_be_counted_is_flagged() {
        Receipt receipt = new Receipt("528890", new Received.Unreadable("199.00 KZT"), NOW);

        assertThat(pending().receive(receipt, NOW))
                .isInstanceOfSatisfying(
                        Reception.Flag.class,
                        flag -> assertThat(flag.event().reason()).contains("199.00 KZT"));
    }

    @Test
    void the_same_receipt_again_changes_nothing() {
        assertThat(Samples.captured().receive(Samples.asAsked(), NOW))
                .isEqualTo(new Reception.Repeated(Samples.captured()));
        assertThat(Samples.flagged().receive(Samples.flagged().receipt(), NOW))
                .isEqualTo(new Reception.Repeated(Samples.flagged()));
    }

    @Test
    void the_same_receipt_with_another_time_of_paying_changes_nothing() {
        Receipt later =
                new Receipt(INVOICE.reference(), new Received.Exact(PRICE), NOW.plusSeconds(3600));

        assertThat(Samples.captured().receive(later, NOW)).isInstanceOf(Reception.Repeated.class);
    }

    @Test
    void a_second_paid_invoice_is_surplus_and_the_payment_stays_captured() {
        Reception reception = Samples.captured().receive(receipt("528891", PRICE), NOW);

        assertThat(reception)
                .isInstanceOfSatisfying(
                        Reception.Surplus.class,
                        surplus -> {
                            assertThat(surplus.payment()).isEqualTo(Samples.captured());
                            assertThat(surplus.event().reason()).contains("528891");
                        });
    }

    @Test
    void the_same_invoice_with_other_money_contradicts() {
        Reception reception =
                Samples.captured()
                        .receive(receipt(INVOICE.reference(), new Money(20_000, Asset.RUB)), NOW);

        assertThat(reception).isInstanceOf(Reception.Contradiction.class);
    }

    private static Payment pending() {
        return new Payment.Pending(REQUEST, INVOICE);
    }
}
