package io.cybervpn.application.invoicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cybervpn.application.identity.HoldOwner;
import io.cybervpn.application.identity.InMemoryEndings;
import io.cybervpn.application.invoicing.port.BuyerContacts.Contact;
import io.cybervpn.application.invoicing.port.SaleReturns;
import io.cybervpn.application.ledger.InMemoryLedger;
import io.cybervpn.application.shared.FixedIds;
import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.application.shared.MovableClock;
import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.billing.OrderPaid;
import io.cybervpn.domain.catalogue.Entitlement;
import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.domain.catalogue.TrafficReset;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.invoicing.CreditNoteReason;
import io.cybervpn.domain.invoicing.Party;
import io.cybervpn.domain.invoicing.TaxRate;
import io.cybervpn.domain.invoicing.TaxRateId;
import io.cybervpn.domain.invoicing.model.CreditNote;
import io.cybervpn.domain.invoicing.model.Invoice;
import io.cybervpn.domain.ledger.LedgerAccount;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.PaymentRefundUndone;
import io.cybervpn.domain.payment.PaymentRefunded;
import io.cybervpn.domain.payment.RefundCause;
import io.cybervpn.domain.payment.RefundId;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Limit;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** From a paid order to its invoice, and from refunds to notes, in whatever order it is told. */
class InvoicingFlowTest {
    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

    private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
    private final MovableClock clock = new MovableClock(NOON);
    private final FixedIds ids = new FixedIds();
    private final InMemoryLedger ledger = new InMemoryLedger(unitOfWork);
    private final InMemoryInvoices invoices = new InMemoryInvoices(unitOfWork);
    private final InMemoryCreditNotes notes = new InMemoryCreditNotes(unitOfWork);
    private final InMemoryDocumentNumbers numbers = new InMemoryDocumentNumbers(unitOfWork);
    private final InMemoryTaxRates rates = new InMemoryTaxRates(unitOfWork);
    private final InMemoryParties parties = new InMemoryParties(unitOfWork);
    private final InMemoryEndings endings = new InMemoryEndings(unitOfWork);
    private final Map<UUID, List<SaleReturns.Return>> returns = new HashMap<>();
    private final NoteDesk desk =
            new NoteDesk(
                    unitOfWork,
                    invoices,
                    new NoteDesk.Notes(
                            notes,
                            numbers,
                            _ -> Uni.createFrom().item(CreditNoteReason.OTHER),
                            subject ->
                                    Uni.createFrom().item(returns.getOrDefault(subject, List.of())),
                            ids,
                            clock),
                    new NoteDesk.Books(
                            ledger.postTransaction(ids, clock),
                            ledger.reverseTransaction(ids, clock)));
    private final IssueInvoiceOnOrderPaid issue =
            new IssueInvoiceOnOrderPaid(
                    unitOfWork,
                    new Buyers(
                            new HoldOwner(endings),
                            account ->
                                    Uni.createFrom()
                                            .item(new Contact("Ann", "ann@b.example", "en", true)),
                            parties),
                    invoices,
                    new Finalising(
                            invoices, numbers, rates, parties, ledger.postTransaction(ids, clock)),
                    desk,
                    new IssueInvoiceOnOrderPaid.Source(ids, clock));
    private final CreditOnPaymentRefunded credit = new CreditOnPaymentRefunded(desk);
    private final CancelCreditOnRefundUndone cancel = new CancelCreditOnRefundUndone(desk);

    private final OrderPaid order = order();

    private static OrderPaid order() {
        return new OrderPaid(
                new OrderId(UUID.randomUUID()),
                new AccountId(UUID.randomUUID()),
                new PlanId(UUID.randomUUID()),
                Map.of("en", "Pro", "ru", "Про"),
                30,
                new Entitlement(
                        Limit.unlimited(), TrafficReset.NO_RESET, Limit.unlimited(), List.of()),
                Optional.empty(),
                new Money(12_000, Asset.RUB),
                NOON,
                NOON);
    }

    private void handle(OrderPaid event) {
        invoices.paid(event.order());
        issue.handle(event).await().indefinitely();
    }

    private PaymentRefunded refunded(long sale) {
        Money money = new Money(sale, Asset.RUB);
        return new PaymentRefunded(
                new RefundId(UUID.randomUUID()),
                new PaymentId(UUID.randomUUID()),
                order.order().value(),
                order.account(),
                "fake",
                RefundCause.STAFF,
                new Money(12_000, Asset.RUB),
                money,
                order.total(),
                NOON);
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
                NOON);
    }

    private void handle(PaymentRefunded event) {
        credit.handle(event).await().indefinitely();
    }

    private void handle(PaymentRefundUndone event) {
        cancel.handle(event).await().indefinitely();
    }

    private Invoice.Paid only() {
        assertThat(invoices.all()).hasSize(1);
        return (Invoice.Paid) invoices.all().getFirst();
    }

    private void twentyPercent() {
        parties.saveSeller(new Party("We", "", "", "", "RU")).await().indefinitely();
        rates.save(
                        new TaxRate(
                                new TaxRateId(UUID.randomUUID()),
                                "RU",
                                "vat",
                                "VAT",
                                2_000,
                                false,
                                LocalDate.parse("2026-01-01"),
                                Optional.empty()))
                .await()
                .indefinitely();
    }

    private long balance(LedgerAccount account) {
        return ledger.balanceOf(account, Asset.RUB);
    }

    @Test
    void a_paid_order_has_one_invoice_though_it_is_told_twice() {
        handle(order);
        handle(order);
        assertThat(only().issue().number().text()).isEqualTo("INV-2026-000001");
        assertThat(only().total()).isEqualTo(order.total());
        assertThat(only().details().buyer().email()).isEqualTo("ann@b.example");
        assertThat(only().details().lines().getFirst().description())
                .isEqualTo(Map.of("en", "Pro, 30 days", "ru", "Про, 30 дн."));
        assertThat(ledger.transactions()).isEmpty();
        handle(order());
        assertThat(invoices.all())
                .extracting(one -> ((Invoice.Paid) one).issue().number().sequence())
                .containsExactlyInAnyOrder(1L, 2L);
    }

    @Test
    void the_price_contains_the_tax_which_is_booked_and_goes_back_with_the_money() {
        twentyPercent();
        handle(order);
        assertThat(only().total()).isEqualTo(order.total());
        assertThat(only().details().totals().tax()).isEqualTo(new Money(2_000, Asset.RUB));
        assertThat(balance(new LedgerAccount.TaxPayable())).isEqualTo(-2_000);
        assertThat(balance(new LedgerAccount.Revenue())).isEqualTo(2_000);

        PaymentRefunded third = refunded(4_001);
        handle(third);
        handle(third);
        assertThat(notes.all()).hasSize(1);
        handle(refunded(7_999));
        assertThat(balance(new LedgerAccount.TaxPayable())).isZero();
        assertThat(balance(new LedgerAccount.Refunds())).isEqualTo(-2_000);
        assertThat(notes.all())
                .extracting(note -> note.content().number().text())
                .containsExactly("CN-2026-000001", "CN-2026-000002");
    }

    @Test
    void an_undone_refund_cancels_its_note_and_its_tax_once() {
        twentyPercent();
        handle(order);
        PaymentRefunded all = refunded(12_000);
        handle(all);
        handle(undone(all));
        handle(undone(all));
        assertThat(notes.all()).singleElement().isInstanceOf(CreditNote.Cancelled.class);
        assertThat(balance(new LedgerAccount.TaxPayable())).isEqualTo(-2_000);
        assertThat(balance(new LedgerAccount.Refunds())).isZero();
        handle(all);
        assertThat(notes.all()).hasSize(1);
        handle(refunded(12_000));
        assertThat(balance(new LedgerAccount.TaxPayable())).isZero();
    }

    @Test
    void what_is_told_too_early_is_tried_again_and_leaves_no_gap() {
        PaymentRefunded all = refunded(12_000);
        invoices.paid(order.order());
        assertThatThrownBy(() -> handle(all)).isInstanceOf(IllegalStateException.class);
        handle(order);
        assertThatThrownBy(() -> handle(undone(all))).isInstanceOf(IllegalStateException.class);
        handle(all);
        PaymentRefunded second = refunded(1);
        assertThatThrownBy(() -> handle(second)).isInstanceOf(IllegalStateException.class);
        handle(undone(all));
        handle(second);
        assertThat(notes.all())
                .extracting(note -> note.content().number().sequence())
                .containsExactly(1L, 2L);
    }

    @Test
    void money_that_paid_for_no_invoice_has_no_note() {
        handle(refunded(12_000));
        assertThat(notes.all()).isEmpty();
        handle(order);
        handle(refunded(0));
        assertThat(notes.all()).isEmpty();
    }

    @Test
    void what_went_back_before_its_invoice_was_there_has_its_note_with_it() {
        twentyPercent();
        PaymentRefunded third = refunded(4_000);
        PaymentRefunded rest = refunded(8_000);
        handle(third);
        handle(rest);
        assertThat(notes.all()).isEmpty();
        returns.put(
                order.order().value(),
                Stream.of(third, rest)
                        .map(told -> new SaleReturns.Return(told.refund(), told.fromSale()))
                        .toList());
        handle(order);
        assertThat(notes.all())
                .extracting(note -> note.content().refund())
                .containsExactly(third.refund(), rest.refund());
        handle(third);
        handle(order);
        assertThat(notes.all()).hasSize(2);
        assertThat(balance(new LedgerAccount.TaxPayable())).isZero();
        handle(undone(third));
        assertThat(balance(new LedgerAccount.TaxPayable())).isEqualTo(-667);
    }

    @Test
    void who_is_gone_is_not_on_his_invoice_and_who_was_merged_is_on_that_of_the_other() {
        endings.erase(order.account(), NOON).await().indefinitely();
        handle(order);
        assertThat(only().details().buyer()).isEqualTo(Party.nobody());
        OrderPaid other = order();
        AccountId into = new AccountId(UUID.randomUUID());
        endings.merge(other.account(), into, NOON).await().indefinitely();
        handle(other);
        assertThat(invoices.all())
                .extracting(one -> one.details().account())
                .contains(order.account(), into);
    }
}
