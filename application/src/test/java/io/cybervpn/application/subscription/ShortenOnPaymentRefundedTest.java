package io.cybervpn.application.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cybervpn.application.invoicing.FindInvoiceSale;
import io.cybervpn.application.invoicing.InvoiceSamples;
import io.cybervpn.domain.billing.OrderPaid;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.PaymentRefundUndone;
import io.cybervpn.domain.payment.PaymentRefunded;
import io.cybervpn.domain.payment.RefundCause;
import io.cybervpn.domain.payment.RefundId;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.domain.subscription.SubscriptionShortened;
import io.cybervpn.domain.subscription.SubscriptionStatus;
import io.cybervpn.domain.subscription.model.Subscription;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What goes back takes its time with it, in whatever order it is told. */
class ShortenOnPaymentRefundedTest {
    private static final Money PRICE = new Money(19_900, Asset.RUB);

    private final SubscriptionWorld world = new SubscriptionWorld();
    private final Reckoning reckoning =
            new Reckoning(
                    world.unitOfWork,
                    world.subscriptions,
                    world.returns,
                    world.addOns,
                    new FindInvoiceSale(world.invoices),
                    world.outbox,
                    world.clock);
    private final ShortenOnPaymentRefunded shorten = new ShortenOnPaymentRefunded(reckoning);
    private final RestoreOnPaymentRefundUndone restore =
            new RestoreOnPaymentRefundUndone(reckoning);
    private final OrderPaid order = Purchases.orderPaid(Purchases.buyer(), Purchases.NOON);

    private void give() {
        world.extend.handle(order).await().indefinitely();
    }

    private PaymentRefunded refunded(long units) {
        return new PaymentRefunded(
                new RefundId(UUID.randomUUID()),
                new PaymentId(UUID.randomUUID()),
                order.order().value(),
                order.account(),
                "fake",
                RefundCause.STAFF,
                new Money(units, Asset.RUB),
                new Money(units, Asset.RUB),
                PRICE,
                Purchases.NOON);
    }

    private static PaymentRefundUndone undone(PaymentRefunded told) {
        return new PaymentRefundUndone(
                told.refund(),
                told.payment(),
                told.subject(),
                told.payer(),
                told.provider(),
                told.cause(),
                told.amount(),
                told.fromSale(),
                told.saleTotal(),
                Purchases.NOON);
    }

    private void handle(PaymentRefunded event) {
        shorten.handle(event).await().indefinitely();
    }

    private void handle(PaymentRefundUndone event) {
        restore.handle(event).await().indefinitely();
    }

    private Subscription only() {
        return world.subscriptions.all().getFirst();
    }

    @Test
    void half_back_is_half_the_time_once() {
        give();
        PaymentRefunded half = refunded(9_950);
        handle(half);
        handle(half);
        assertThat(only().expireAt()).isEqualTo(Purchases.NOON.plus(Duration.ofDays(15)));
        assertThat(world.outbox.events(SubscriptionShortened.class)).hasSize(1);
        handle(refunded(9_950));
        assertThat(only().status()).isEqualTo(SubscriptionStatus.EXPIRED);
        assertThat(only().expireAt()).isEqualTo(Purchases.NOON);
    }

    @Test
    void what_is_undone_comes_back_whichever_word_is_first() {
        give();
        PaymentRefunded all = refunded(19_900);
        handle(all);
        handle(undone(all));
        assertThat(only().status()).isEqualTo(SubscriptionStatus.ACTIVE);
        assertThat(only().expireAt()).isEqualTo(Purchases.NOON.plus(Duration.ofDays(30)));
        PaymentRefunded never = refunded(100);
        handle(undone(never));
        handle(never);
        assertThat(only().expireAt()).isEqualTo(Purchases.NOON.plus(Duration.ofDays(30)));
    }

    @Test
    void told_before_the_days_were_given_it_is_tried_again() {
        PaymentRefunded all = refunded(19_900);
        assertThatThrownBy(() -> handle(all)).isInstanceOf(IllegalStateException.class);
        give();
        handle(all);
        assertThat(only().status()).isEqualTo(SubscriptionStatus.EXPIRED);
    }

    @Test
    void money_of_an_invoice_that_staff_wrote_takes_nothing() {
        PaymentRefunded told = refunded(19_900);
        world.invoices.add(InvoiceSamples.draft(told.subject())).await().indefinitely();
        handle(told);
        handle(undone(told));
        give();
        assertThat(only().expireAt()).isEqualTo(Purchases.NOON.plus(Duration.ofDays(30)));
    }

    @Test
    void money_that_had_paid_for_nothing_takes_nothing() {
        give();
        Subscription before = only();
        PaymentRefunded told = refunded(100);
        Money zero = Money.zero(Asset.RUB);
        handle(
                new PaymentRefunded(
                        told.refund(),
                        told.payment(),
                        told.subject(),
                        told.payer(),
                        told.provider(),
                        told.cause(),
                        told.amount(),
                        zero,
                        zero,
                        told.at()));
        assertThat(only()).isEqualTo(before);
    }
}
