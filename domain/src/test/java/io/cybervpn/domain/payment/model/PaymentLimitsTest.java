package io.cybervpn.domain.payment.model;

import static io.cybervpn.domain.payment.model.Samples.NOW;
import static io.cybervpn.domain.payment.model.Samples.PRICE;
import static io.cybervpn.domain.payment.model.Samples.REQUEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cybervpn.domain.payment.RefundCause;
import io.cybervpn.domain.payment.RefundId;
import io.cybervpn.domain.payment.model.RefundRequest.Destination;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What no payment, invoice or refund can be, to the unit. */
class PaymentLimitsTest {
    private static PaymentRequest request(Money amount, String text, int days, Instant end) {
        return new PaymentRequest(
                REQUEST.id(),
                REQUEST.subject(),
                REQUEST.payer(),
                REQUEST.provider(),
                amount,
                text,
                days,
                NOW,
                end);
    }

    private static RefundRequest refund(Money amount, String key) {
        return new RefundRequest(
                new RefundId(new UUID(5, 5)),
                REQUEST.id(),
                amount,
                RefundCause.STAFF,
                Destination.WALLET,
                key,
                "a wish",
                NOW);
    }

    private static void isRefused(ThrowingCallable attempt) {
        assertThatThrownBy(attempt).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_payment_asks_for_something_describes_it_and_ends_after_it_began() {
        Instant later = NOW.plusMillis(1);
        assertThat(request(PRICE, "x".repeat(1024), 0, later).payerGone()).isFalse();
        isRefused(() -> request(Money.zero(Asset.RUB), "a plan", 30, later));
        isRefused(() -> request(PRICE, " ", 30, later));
        isRefused(() -> request(PRICE, "x".repeat(1025), 30, later));
        isRefused(() -> request(PRICE, "a plan", -1, later));
        isRefused(() -> request(PRICE, "a plan", 30, NOW));
    }

    @Test
    void an_invoice_and_a_refund_have_names() {
        isRefused(() -> new Invoice(" ", URI.create("https://pay.test"), Optional.empty()));
        assertThat(refund(PRICE, "k".repeat(300)).amount()).isEqualTo(PRICE);
        isRefused(() -> refund(PRICE, "k".repeat(301)));
        isRefused(() -> refund(PRICE, " "));
        isRefused(() -> refund(Money.zero(Asset.RUB), "key"));
    }

    @Test
    void patience_is_a_range_of_some_length() {
        Duration minute = Duration.ofMinutes(1);
        assertThat(new Patience(minute, minute).nextLook(NOW, NOW)).isEqualTo(NOW.plus(minute));
        isRefused(() -> new Patience(Duration.ZERO, minute));
        isRefused(() -> new Patience(minute.negated(), minute));
        isRefused(() -> new Patience(minute, minute.minusMillis(1)));
    }

    @Test
    void what_the_wallet_paid_is_paid_exactly_and_known_by_its_own_name() {
        Payment.Captured paid = Payment.byWallet(REQUEST, NOW);

        assertThat(paid.id()).isEqualTo(REQUEST.id());
        assertThat(paid.at()).isEqualTo(NOW);
        assertThat(paid.receipt())
                .isEqualTo(
                        new Receipt(
                                REQUEST.id().value().toString(),
                                new Receipt.Received.Exact(PRICE),
                                NOW));
    }

    @Test
    void money_for_somebody_who_is_gone_is_flagged() {
        PaymentRequest gone =
                new PaymentRequest(
                        REQUEST.id(),
                        REQUEST.subject(),
                        REQUEST.payer(),
                        REQUEST.provider(),
                        PRICE,
                        REQUEST.description(),
                        30,
                        NOW,
                        NOW.plusSeconds(60),
                        true);

        assertThat(new Payment.Created(gone).receive(Samples.asAsked(), NOW))
                .isInstanceOfSatisfying(
                        Reception.Flag.class,
                        flag -> assertThat(flag.payment().reason()).contains("erased"));
    }
}
