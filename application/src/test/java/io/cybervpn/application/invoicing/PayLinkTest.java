package io.cybervpn.application.invoicing;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.AuditTrail;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.invoicing.InvoiceId;
import io.cybervpn.domain.invoicing.InvoiceStatus;
import io.cybervpn.domain.invoicing.PayLinkId;
import io.cybervpn.domain.invoicing.model.Invoice;
import io.cybervpn.domain.invoicing.model.PayLink;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whoever has a link pays, as long as it is good, and nobody else by it. */
class PayLinkTest {
    private final InvoicingWorld world = new InvoicingWorld();
    private final Actor debtor = new Actor.Customer(world.customer);

    private MakePayLink.Result make(Actor actor, InvoiceId id) {
        return world.makeLink.execute(new MakePayLink.Command(actor, id, 7)).await().indefinitely();
    }

    private MakePayLink.Result.Made made(Actor actor, InvoiceId id) {
        return (MakePayLink.Result.Made) make(actor, id);
    }

    private ManagePayLinks.Result manage(Actor actor, InvoiceId id, Optional<PayLinkId> revoke) {
        return world.manageLinks
                .execute(new ManagePayLinks.Command(actor, id, revoke))
                .await()
                .indefinitely();
    }

    private PayByLink.Result pay(String token, String provider) {
        return world.payByLink
                .execute(new PayByLink.Command(token, provider))
                .await()
                .indefinitely();
    }

    @Test
    void whoever_has_it_is_sent_to_a_provider_once_and_his_money_pays() {
        InvoiceId id = world.open(500);
        String token = made(debtor, id).token();
        PayByLink.Result begun = pay(token, "fake");
        assertThat(begun).isInstanceOf(PayByLink.Result.Begun.class);
        assertThat(pay(token, "fake")).isEqualTo(begun);
        world.handle(world.captured(id, 500));
        assertThat(world.invoice(id)).isInstanceOf(Invoice.Paid.class);
        assertThat(pay(token, "fake")).isEqualTo(new PayByLink.Result.NotOwed(InvoiceStatus.PAID));
    }

    @Test
    void nobody_pays_by_it_from_a_wallet() {
        world.fill(500, "came");
        InvoiceId id = world.open(500);
        String token = made(debtor, id).token();
        assertThat(pay(token, "wallet")).isEqualTo(new PayByLink.Result.NoSuchPaymentMethod());
        assertThat(pay(token, "nobody")).isEqualTo(new PayByLink.Result.NoSuchPaymentMethod());
        assertThat(world.inWallet()).isEqualTo(500);
    }

    @Test
    void one_that_is_over_revoked_or_made_up_opens_nothing() {
        InvoiceId id = world.open(500);
        MakePayLink.Result.Made revoked = made(world.clerk, id);
        String over = made(debtor, id).token();
        manage(debtor, id, Optional.of(revoked.link().id()));
        PayByLink.Result nothing = new PayByLink.Result.NoSuchLink();
        assertThat(pay(revoked.token(), "fake")).isEqualTo(nothing);
        assertThat(pay("made up", "fake")).isEqualTo(nothing);
        assertThat(pay("x".repeat(5000), "fake")).isEqualTo(nothing);
        world.clock.advance(Duration.ofDays(7).minusSeconds(1));
        assertThat(pay(over, "fake")).isInstanceOf(PayByLink.Result.Begun.class);
        world.clock.advance(Duration.ofSeconds(1));
        assertThat(pay(over, "fake")).isEqualTo(nothing);
    }

    @Test
    void only_the_debtor_and_staff_make_and_end_them_and_nothing_tells_a_token() {
        InvoiceId id = world.open(500);
        Actor stranger = new Actor.Customer(new AccountId(UUID.randomUUID()));
        MakePayLink.Result none =
                new MakePayLink.Result.Refused(new InvoiceRefusal.NoSuchInvoice());
        assertThat(make(stranger, id)).isEqualTo(none);
        assertThat(make(debtor, world.draft(500))).isEqualTo(none);
        assertThat(make(new Actor.Guest(), id))
                .isEqualTo(new MakePayLink.Result.Refused(new InvoiceRefusal.Forbidden()));
        MakePayLink.Result.Made made = made(world.clerk, id);
        assertThat(manage(stranger, id, Optional.of(made.link().id())))
                .isEqualTo(new ManagePayLinks.Result.Refused(new InvoiceRefusal.NoSuchInvoice()));
        assertThat(manage(debtor, world.open(1), Optional.of(made.link().id())))
                .isEqualTo(new ManagePayLinks.Result.NoSuchLink());
        manage(world.clerk, id, Optional.of(made.link().id()));
        assertThat(world.audited)
                .extracting(AuditTrail.Entry::action)
                .contains("invoices.make_link", "invoices.revoke_link");
        assertThat(world.audited.toString()).doesNotContain(made.token());
        assertThat(world.links.of(id).await().indefinitely().toString())
                .doesNotContain(made.token());
        assertThat(new PayByLink.Command(made.token(), "fake").toString())
                .doesNotContain(made.token());
    }

    @Test
    void an_invoice_has_so_many_that_are_good_and_no_more() {
        InvoiceId id = world.open(500);
        for (int i = 0; i < PayLink.GOOD_MAX; i++) {
            made(debtor, id);
        }
        assertThat(make(debtor, id)).isEqualTo(new MakePayLink.Result.TooMany());
        world.clock.advance(Duration.ofDays(7));
        made(debtor, id);
        world.close(id, CloseInvoice.Way.WITHDRAW);
        assertThat(make(debtor, id))
                .isEqualTo(
                        new MakePayLink.Result.Refused(
                                new InvoiceRefusal.WrongState(InvoiceStatus.VOID)));
    }
}
