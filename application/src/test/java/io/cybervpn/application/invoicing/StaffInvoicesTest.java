package io.cybervpn.application.invoicing;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.AuditTrail;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.invoicing.InvoiceId;
import io.cybervpn.domain.invoicing.InvoiceStatus;
import io.cybervpn.domain.invoicing.LineType;
import io.cybervpn.domain.invoicing.Party;
import io.cybervpn.domain.invoicing.WritingRefusal;
import io.cybervpn.domain.invoicing.model.Invoice;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** From the draft that staff write to an invoice that somebody owes, or nobody any more. */
class StaffInvoicesTest {
    private final InvoicingWorld world = new InvoicingWorld();

    private static void assertRefused(WriteInvoice.Result result, InvoiceRefusal why) {
        assertThat(result).isEqualTo(new WriteInvoice.Result.Refused(why));
    }

    private EditInvoice.Result edit(EditInvoice.Command command) {
        return world.edit.execute(command).await().indefinitely();
    }

    private EditInvoice.Command.Rewrite rewrite(InvoiceId id, long version, long units) {
        return new EditInvoice.Command.Rewrite(
                world.clerk,
                id,
                Optional.of(version),
                InvoicingWorld.text(InvoicingWorld.line(LineType.ADJUSTMENT, units)));
    }

    @Test
    void a_request_writes_one_draft_however_often_it_is_repeated() {
        InvoiceText text = InvoicingWorld.text(InvoicingWorld.line(LineType.FEE, 500));
        WriteInvoice.Result first = world.tryToWrite(world.clerk, text, "key");
        assertThat(world.tryToWrite(world.clerk, text, "key")).isEqualTo(first);
        assertThat(world.invoices.all()).hasSize(1);
        assertThat(world.audited)
                .extracting(AuditTrail.Entry::action)
                .containsExactly("invoices.write");
        assertThat(world.audited.getFirst().changes().toString()).doesNotContain("Thanks", "Help");
    }

    @Test
    void only_who_may_writes_and_only_what_can_be_said() {
        InvoiceText text = InvoicingWorld.text(InvoicingWorld.line(LineType.FEE, 500));
        Actor reader =
                new Actor.Staff(new AccountId(UUID.randomUUID()), Set.of(Permission.INVOICES_READ));
        assertRefused(world.tryToWrite(reader, text, "key"), new InvoiceRefusal.Forbidden());
        assertRefused(
                world.tryToWrite(new Actor.Customer(world.customer), text, "key"),
                new InvoiceRefusal.Forbidden());
        assertRefused(
                world.tryToWrite(
                        world.clerk,
                        InvoicingWorld.text(InvoicingWorld.line(LineType.PLAN, 500)),
                        "key"),
                new InvoiceRefusal.CannotSay(WritingRefusal.LINE_TYPE));
        world.endings.erase(world.customer, world.clock.instant()).await().indefinitely();
        assertRefused(
                world.tryToWrite(world.clerk, text, "key"), new InvoiceRefusal.NoSuchCustomer());
        assertThat(world.invoices.all()).isEmpty();
    }

    @Test
    void who_did_not_see_the_last_version_changes_nothing() {
        InvoiceId id = world.draft(500);
        assertThat(edit(rewrite(id, 0, 700))).isInstanceOf(EditInvoice.Result.Done.class);
        assertThat(edit(rewrite(id, 0, 900)))
                .isEqualTo(new EditInvoice.Result.Refused(new InvoiceRefusal.Stale()));
        assertThat(world.invoice(id).total()).isEqualTo(new Money(700, Asset.RUB));
        assertThat(edit(new EditInvoice.Command.Remove(world.clerk, id, Optional.of(0L))))
                .isEqualTo(new EditInvoice.Result.Refused(new InvoiceRefusal.Stale()));
        assertThat(edit(new EditInvoice.Command.Remove(world.clerk, id, Optional.of(1L))))
                .isInstanceOf(EditInvoice.Result.Done.class);
        assertThat(world.invoices.all()).isEmpty();
        assertThat(edit(rewrite(id, 0, 700)))
                .isEqualTo(new EditInvoice.Result.Refused(new InvoiceRefusal.NoSuchInvoice()));
    }

    @Test
    void a_draft_gets_its_number_its_taxes_and_who_buys_and_sells_at_once() {
        InvoiceId id = world.draft(10_000);
        world.twentyPercent(false);
        world.parties
                .saveBuyer(world.customer, new Party("Ann & Co", "", "", "77", ""))
                .await()
                .indefinitely();
        world.tryToFinalise(id);
        Invoice.Open open = (Invoice.Open) world.invoice(id);
        assertThat(open.issue().number().text()).isEqualTo("INV-2026-000001");
        assertThat(open.issue().seller().name()).isEqualTo("We");
        assertThat(open.issue().dueAt()).isEqualTo(world.clock.instant().plus(Duration.ofDays(14)));
        assertThat(open.details().buyer().name()).isEqualTo("Ann & Co");
        assertThat(open.details().totals().tax()).isEqualTo(new Money(2_000, Asset.RUB));
        assertThat(open.total()).isEqualTo(new Money(12_000, Asset.RUB));
        assertThat(world.ledger.transactions()).isEmpty();
        assertThat(world.tryToFinalise(id))
                .isEqualTo(new FinaliseInvoice.Result.Finalised(InvoiceView.of(open)));
        assertThat(edit(rewrite(id, 2, 700)))
                .isEqualTo(
                        new EditInvoice.Result.Refused(
                                new InvoiceRefusal.WrongState(InvoiceStatus.OPEN)));
        world.open(1);
        assertThat(world.invoices.all())
                .extracting(one -> ((Invoice.Open) one).issue().number().sequence())
                .containsExactlyInAnyOrder(1L, 2L);
    }

    @Test
    void a_tax_that_is_in_the_price_makes_it_no_more() {
        world.twentyPercent(true);
        InvoiceId id = world.open(12_000);
        assertThat(world.invoice(id).total()).isEqualTo(new Money(12_000, Asset.RUB));
        assertThat(world.invoice(id).details().totals().tax())
                .isEqualTo(new Money(2_000, Asset.RUB));
    }

    @Test
    void what_is_closed_is_closed_once_and_keeps_its_reason() {
        InvoiceId given = world.open(500);
        world.close(given, CloseInvoice.Way.GIVE_UP);
        world.close(given, CloseInvoice.Way.GIVE_UP);
        assertThat(world.invoice(given)).isInstanceOf(Invoice.Uncollectible.class);
        world.close(given, CloseInvoice.Way.WITHDRAW);
        world.close(given, CloseInvoice.Way.WITHDRAW);
        assertThat(world.invoice(given))
                .isInstanceOfSatisfying(
                        Invoice.Voided.class,
                        one -> assertThat(one.closing().reason()).isEqualTo("he moved"));
        assertThat(world.close(given, CloseInvoice.Way.GIVE_UP))
                .isEqualTo(
                        new CloseInvoice.Result.Refused(
                                new InvoiceRefusal.WrongState(InvoiceStatus.VOID)));
        assertThat(world.close(world.draft(500), CloseInvoice.Way.WITHDRAW))
                .isEqualTo(
                        new CloseInvoice.Result.Refused(
                                new InvoiceRefusal.WrongState(InvoiceStatus.DRAFT)));
        assertThat(world.audited)
                .extracting(AuditTrail.Entry::action)
                .containsExactly(
                        "invoices.write",
                        "invoices.finalise",
                        "invoices.give_up",
                        "invoices.void",
                        "invoices.write");
    }

    @Test
    void who_left_is_owed_nothing_new() {
        InvoiceId id = world.draft(500);
        world.endings.erase(world.customer, world.clock.instant()).await().indefinitely();
        assertThat(world.tryToFinalise(id))
                .isEqualTo(new FinaliseInvoice.Result.Refused(new InvoiceRefusal.NoSuchCustomer()));
    }
}
