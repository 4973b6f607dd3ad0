package io.cybervpn.application.invoicing;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.payment.PaymentView;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.invoicing.InvoiceId;
import io.cybervpn.domain.invoicing.InvoiceStatus;
import io.cybervpn.domain.invoicing.model.Invoice;
import io.cybervpn.domain.ledger.LedgerAccount;
import io.cybervpn.domain.payment.PaymentCaptured;
import io.cybervpn.domain.payment.PaymentExpired;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An invoice is paid once, by whatever money comes first, or not at all. */
class PayInvoiceTest {
    private final InvoicingWorld world = new InvoicingWorld();

    private void assertPaid(InvoiceId id) {
        assertThat(world.invoice(id)).isInstanceOf(Invoice.Paid.class);
    }

    private static PayInvoice.Result wrong(InvoiceStatus status) {
        return new PayInvoice.Result.Refused(new InvoiceRefusal.WrongState(status));
    }

    @Test
    void the_wallet_pays_it_once_what_was_given_first() {
        world.twentyPercent(true);
        world.fill(9_000, "came");
        world.give(4_000);
        InvoiceId id = world.open(12_000);
        assertThat(world.pay(id, "wallet", false)).isInstanceOf(PayInvoice.Result.Begun.class);
        assertPaid(id);
        assertThat(world.inWallet()).isEqualTo(1_000);
        assertThat(world.granted()).isZero();
        assertThat(world.revenue()).isEqualTo(10_000);
        assertThat(world.balance(new LedgerAccount.TaxPayable())).isEqualTo(-2_000);
        assertThat(world.pay(id, "wallet", false)).isEqualTo(wrong(InvoiceStatus.PAID));
        assertThat(world.pay(id, "fake", false)).isEqualTo(wrong(InvoiceStatus.PAID));
        assertThat(world.inWallet()).isEqualTo(1_000);
    }

    @Test
    void too_little_in_the_wallet_takes_nothing() {
        world.fill(499, "came");
        InvoiceId id = world.open(500);
        assertThat(world.pay(id, "wallet", false))
                .isEqualTo(new PayInvoice.Result.NotEnoughMoney(new Money(499, Asset.RUB)));
        assertThat(world.invoice(id)).isInstanceOf(Invoice.Open.class);
        assertThat(world.inWallet()).isEqualTo(499);
    }

    @Test
    void a_provider_is_asked_once_and_its_money_pays_once() {
        InvoiceId id = world.open(500);
        PaymentView payment = world.begun(id, false);
        assertThat(payment.amount()).isEqualTo(new Money(500, Asset.RUB));
        assertThat(payment.subject()).isEqualTo(id.value());
        assertThat(world.begun(id, false).id()).isEqualTo(payment.id());
        PaymentCaptured money = world.captured(id, 500);
        world.handle(money);
        world.handle(money);
        assertPaid(id);
        assertThat(((Invoice.Paid) world.invoice(id)).payment()).contains(money.payment());
        assertThat(world.revenue()).isEqualTo(500);
        world.handle(world.captured(id, 500));
        assertThat(world.revenue()).isEqualTo(500);
        assertThat(world.inWallet()).isEqualTo(500);
    }

    @Test
    void late_money_pays_what_was_given_up_and_stays_in_the_wallet_of_what_was_withdrawn() {
        InvoiceId given = world.open(500);
        world.close(given, CloseInvoice.Way.GIVE_UP);
        world.handle(world.captured(given, 500));
        assertPaid(given);
        InvoiceId withdrawn = world.open(500);
        world.begun(withdrawn, false);
        world.close(withdrawn, CloseInvoice.Way.WITHDRAW);
        world.handle(world.captured(withdrawn, 500));
        assertThat(world.invoice(withdrawn)).isInstanceOf(Invoice.Voided.class);
        assertThat(world.inWallet()).isEqualTo(500);
        assertThat(world.pay(withdrawn, "wallet", false)).isEqualTo(wrong(InvoiceStatus.VOID));
    }

    @Test
    void money_that_was_spent_before_it_got_here_pays_nothing() {
        InvoiceId id = world.open(500);
        PaymentCaptured money = world.captured(id, 500);
        world.drain(1);
        world.handle(money);
        assertThat(world.invoice(id)).isInstanceOf(Invoice.Open.class);
        assertThat(world.inWallet()).isEqualTo(499);
    }

    @Test
    void wallet_and_provider_pay_it_together() {
        world.fill(100, "came");
        world.give(50);
        InvoiceId id = world.open(500);
        assertThat(world.begun(id, true).amount()).isEqualTo(new Money(350, Asset.RUB));
        assertThat(world.begun(id, true).amount()).isEqualTo(new Money(350, Asset.RUB));
        assertThat(world.held()).isEqualTo(150);
        world.handle(world.captured(id, 350));
        assertPaid(id);
        assertThat(world.revenue()).isEqualTo(500);
        assertThat(world.held() + world.inWallet() + world.granted()).isZero();
    }

    @Test
    void a_wallet_that_has_enough_pays_at_once_when_both_were_to() {
        world.fill(500, "came");
        InvoiceId id = world.open(500);
        world.pay(id, "fake", true);
        assertPaid(id);
        assertThat(world.held() + world.inWallet()).isZero();
    }

    @Test
    void what_was_set_aside_goes_back_when_nobody_pays() {
        world.fill(100, "came");
        InvoiceId id = world.open(500);
        PaymentView payment = world.begun(id, true);
        world.release
                .handle(new PaymentExpired(payment.id(), id.value(), world.clock.instant()))
                .await()
                .indefinitely();
        assertThat(world.held()).isZero();
        assertThat(world.inWallet()).isEqualTo(100);
        world.handle(world.captured(id, 400));
        assertPaid(id);
    }

    @Test
    void what_was_set_aside_goes_back_when_it_is_withdrawn_or_paid_otherwise() {
        world.fill(100, "came");
        InvoiceId withdrawn = world.open(500);
        world.begun(withdrawn, true);
        world.close(withdrawn, CloseInvoice.Way.WITHDRAW);
        assertThat(world.held()).isZero();
        InvoiceId paid = world.open(500);
        world.begun(paid, true);
        world.handle(world.captured(paid, 500));
        assertPaid(paid);
        assertThat(world.held()).isZero();
        assertThat(world.inWallet()).isEqualTo(100);
    }

    @Test
    void nobody_pays_what_is_not_his_or_is_no_invoice_yet() {
        PayInvoice.Result none = new PayInvoice.Result.Refused(new InvoiceRefusal.NoSuchInvoice());
        assertThat(world.pay(world.draft(500), "wallet", false)).isEqualTo(none);
        assertThat(world.pay(new InvoiceId(UUID.randomUUID()), "fake", false)).isEqualTo(none);
        InvoiceId id = world.open(500);
        assertThat(
                        world.pay
                                .execute(
                                        new PayInvoice.Command(
                                                new Actor.Customer(
                                                        new AccountId(UUID.randomUUID())),
                                                id,
                                                "wallet",
                                                false))
                                .await()
                                .indefinitely())
                .isEqualTo(none);
        assertThat(world.pay(id, "nobody", false))
                .isEqualTo(new PayInvoice.Result.NoSuchPaymentMethod());
    }
}
