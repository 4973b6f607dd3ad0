package io.cybervpn.domain.invoicing.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.invoicing.AppliedTax;
import io.cybervpn.domain.invoicing.CreditNoteId;
import io.cybervpn.domain.invoicing.CreditNoteReason;
import io.cybervpn.domain.invoicing.DocumentKind;
import io.cybervpn.domain.invoicing.DocumentNumber;
import io.cybervpn.domain.invoicing.InvoiceId;
import io.cybervpn.domain.invoicing.InvoiceLine;
import io.cybervpn.domain.invoicing.InvoiceStatus;
import io.cybervpn.domain.invoicing.InvoiceTotals;
import io.cybervpn.domain.invoicing.LineType;
import io.cybervpn.domain.invoicing.Party;
import io.cybervpn.domain.ledger.LedgerAccount;
import io.cybervpn.domain.ledger.Posting;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.RefundId;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** R98: how an invoice goes from a draft to its end, and what its notes leave of it. */
class InvoiceTest {
    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");
    private static final InvoiceId ID = new InvoiceId(new UUID(3, 1));
    private static final Issue ISSUE =
            new Issue(new DocumentNumber("INV", 1, "INV-1"), Party.nobody(), NOW, NOW);
    private static final Invoice.Closing WHY = new Invoice.Closing("a mistake", NOW);
    private static final PaymentId PAYMENT = new PaymentId(new UUID(8, 8));
    private static final List<InvoiceLine> ONE = List.of(line(11_900));

    private static Money rub(long units) {
        return new Money(units, Asset.RUB);
    }

    private static InvoiceLine line(long units) {
        return InvoiceLine.untaxed(LineType.PLAN, Map.of("en", "Pro"), 1, rub(units));
    }

    private static InvoiceDetails details(List<InvoiceLine> lines) {
        return new InvoiceDetails(
                ID,
                new AccountId(new UUID(4, 1)),
                new Origin.OfOrder(new OrderId(new UUID(5, 1))),
                Asset.RUB,
                Party.nobody(),
                lines,
                "",
                NOW,
                0);
    }

    private static Invoice.Open open() {
        return new Invoice.Draft(details(ONE)).finalise(ONE, ISSUE);
    }

    @Test
    void a_draft_is_rewritten_and_each_writing_is_a_version() {
        Party buyer = new Party("Ann", "", "", "", "DE");
        Invoice.Draft draft =
                new Invoice.Draft(details(ONE))
                        .rewrite(new Writing(List.of(line(500)), "thanks", 14))
                        .soldTo(buyer);
        assertThat(draft.status()).isEqualTo(InvoiceStatus.DRAFT);
        assertThat(draft.id()).isEqualTo(ID);
        assertThat(draft.total()).isEqualTo(rub(500));
        assertThat(draft.details().buyer()).isEqualTo(buyer);
        assertThat(draft.details().note()).isEqualTo("thanks");
        assertThat(draft.details().dueDays()).isEqualTo(14);
        assertThat(draft.details().version()).isEqualTo(2);
    }

    @Test
    void it_ends_paid_withdrawn_or_given_up_with_the_number_it_got() {
        assertThat(open().status()).isEqualTo(InvoiceStatus.OPEN);
        Invoice.Paid paid = open().pay(Optional.of(PAYMENT), NOW);
        Invoice.Voided voided = open().withdraw(WHY);
        Invoice.Uncollectible lost = open().giveUp(WHY);
        assertThat(paid.status()).isEqualTo(InvoiceStatus.PAID);
        assertThat(paid.payment()).contains(PAYMENT);
        assertThat(voided.status()).isEqualTo(InvoiceStatus.VOID);
        assertThat(voided.closing()).isEqualTo(WHY);
        assertThat(lost.status()).isEqualTo(InvoiceStatus.UNCOLLECTIBLE);
        assertThat(List.of(paid.issue(), voided.issue(), lost.issue())).containsOnly(ISSUE);
        assertThat(paid.details().version()).isEqualTo(open().details().version() + 1);
    }

    @Test
    void money_that_comes_for_one_that_was_given_up_pays_it() {
        Invoice.Paid paid = open().giveUp(WHY).pay(Optional.empty(), NOW);
        assertThat(paid.status()).isEqualTo(InvoiceStatus.PAID);
        assertThat(paid.total()).isEqualTo(rub(11_900));
    }

    @Test
    void it_has_one_to_a_hundred_lines_of_one_currency_that_come_to_something() {
        assertThat(details(Collections.nCopies(InvoiceDetails.LINES_MAX, line(1))).totals())
                .isEqualTo(new InvoiceTotals(rub(100), rub(0), rub(100)));
        assertRefused(List.of());
        assertRefused(Collections.nCopies(InvoiceDetails.LINES_MAX + 1, line(1)));
        assertRefused(
                List.of(
                        InvoiceLine.untaxed(
                                LineType.PLAN, Map.of("en", "x"), 1, new Money(1, Asset.USD))));
        assertRefused(
                List.of(
                        line(100),
                        InvoiceLine.untaxed(LineType.DISCOUNT, Map.of("en", "x"), 1, rub(100))));
    }

    private static void assertRefused(List<InvoiceLine> lines) {
        assertThatThrownBy(() -> details(lines)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_note_whose_refund_did_not_come_true_leaves_the_invoice_whole() {
        AppliedTax vat = new AppliedTax("vat", "VAT", 1_900, true, 1_900);
        Invoice.Paid paid =
                new Invoice.Draft(details(ONE))
                        .finalise(List.of(line(11_900).with(List.of(vat))), ISSUE)
                        .pay(Optional.empty(), NOW);
        CreditNote.Standing note =
                new CreditNote.Standing(
                        new CreditNote.Content(
                                new CreditNoteId(new UUID(1, 1)),
                                ID,
                                new RefundId(new UUID(2, 2)),
                                new DocumentNumber("CN", 1, "CN-1"),
                                CreditNoteReason.OTHER,
                                Asset.RUB,
                                Crediting.lines(paid, List.of(), rub(5_950)),
                                NOW));
        assertThat(note.content().total()).isEqualTo(rub(5_950));
        assertThat(note.content().tax()).isEqualTo(rub(950));
        assertThat(Crediting.left(paid, List.of(note))).isEqualTo(rub(5_950));
        CreditNote.Cancelled cancelled = note.cancel(NOW.plusSeconds(1));
        assertThat(cancelled.cancelledAt()).isEqualTo(NOW.plusSeconds(1));
        assertThat(cancelled.content()).isEqualTo(note.content());
        assertThat(note.stands()).isTrue();
        assertThat(cancelled.stands()).isFalse();
        assertThat(Crediting.left(paid, List.of(cancelled))).isEqualTo(rub(11_900));
    }

    @Test
    void its_tax_is_the_states_and_of_what_goes_back_no_longer() {
        assertThat(InvoiceBookings.tax(rub(950)))
                .containsExactly(
                        Posting.debit(new LedgerAccount.Revenue(), rub(950)),
                        Posting.credit(new LedgerAccount.TaxPayable(), rub(950)));
        assertThat(InvoiceBookings.noteTax(rub(950)))
                .containsExactly(
                        Posting.debit(new LedgerAccount.TaxPayable(), rub(950)),
                        Posting.credit(new LedgerAccount.Refunds(), rub(950)));
        assertThat(InvoiceBookings.taxKey(ID)).isEqualTo("invoice-tax:" + ID.value());
        assertThat(InvoiceBookings.noteTaxKey(new CreditNoteId(ID.value())))
                .isEqualTo("credit-note-tax:" + ID.value());
    }

    @Test
    void clients_know_its_words_by_stable_names() {
        assertThat(InvoiceStatus.VOID.code()).isEqualTo("void");
        assertThat(InvoiceStatus.VOID.simple()).isEqualTo("cancelled");
        assertThat(InvoiceStatus.find("open")).contains(InvoiceStatus.OPEN);
        assertThat(InvoiceStatus.find("Open")).isEmpty();
        assertThat(LineType.ADD_ON.code()).isEqualTo("add_on");
        assertThat(LineType.find("top_up")).contains(LineType.TOP_UP);
        assertThat(LineType.find("tip")).isEmpty();
        assertThat(DocumentKind.CREDIT_NOTE.code()).isEqualTo("credit_note");
        assertThat(DocumentKind.find("credit_note")).contains(DocumentKind.CREDIT_NOTE);
        assertThat(DocumentKind.find("receipt")).isEmpty();
        assertThat(CreditNoteReason.find("order_change")).contains(CreditNoteReason.ORDER_CHANGE);
        assertThat(CreditNoteReason.find("gift")).isEmpty();
        assertThat(CreditNoteReason.FRAUDULENT_CHARGE.code()).isEqualTo("fraudulent_charge");
    }
}
