package io.cybervpn.application.invoicing;

import io.cybervpn.application.ledger.PostTransaction;
import io.cybervpn.domain.invoicing.DocumentKind;
import io.cybervpn.domain.invoicing.InvoiceId;
import io.cybervpn.domain.invoicing.InvoiceLine;
import io.cybervpn.domain.invoicing.InvoiceTotals;
import io.cybervpn.domain.invoicing.Party;
import io.cybervpn.domain.invoicing.TaxRate;
import io.cybervpn.domain.invoicing.model.Invoice;
import io.cybervpn.domain.invoicing.model.InvoiceBookings;
import io.cybervpn.domain.invoicing.model.Issue;
import io.cybervpn.domain.invoicing.model.Taxation;
import io.cybervpn.domain.invoicing.repository.DocumentNumbers;
import io.cybervpn.domain.invoicing.repository.Invoices;
import io.cybervpn.domain.invoicing.repository.Parties;
import io.cybervpn.domain.invoicing.repository.TaxRates;
import io.cybervpn.domain.ledger.LedgerTransaction.Kind;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Where drafts get their taxes and their number, and where tax is booked. For an open work. */
@Singleton
final class Finalising {
    private final Invoices invoices;
    private final DocumentNumbers numbers;
    private final TaxRates taxRates;
    private final Parties parties;
    private final PostTransaction postTransaction;

    @Inject
    Finalising(
            Invoices invoices,
            DocumentNumbers numbers,
            TaxRates taxRates,
            Parties parties,
            PostTransaction postTransaction) {
        this.invoices = invoices;
        this.numbers = numbers;
        this.taxRates = taxRates;
        this.parties = parties;
        this.postTransaction = postTransaction;
    }

    /** What stands around a draft. */
    private record Around(Party seller, List<InvoiceLine> taxed) {}

    /**
     * Finalises the draft of a paid order, which is paid with that. What the customer paid for an
     * order contains its taxes, whatever the rates say. The number comes last, since its series is
     * held until the work ends.
     */
    Uni<Void> paid(Invoice.Draft draft, Instant now, Instant paidAt) {
        return around(draft, now, TaxRate::contained)
                .call(
                        around ->
                                bookTax(
                                        draft.id(),
                                        InvoiceTotals.of(around.taxed(), draft.details().asset())
                                                .tax()))
                .chain(around -> numbered(draft, around, now))
                .chain(open -> invoices.save(open.pay(Optional.empty(), paidAt)));
    }

    /**
     * Finalises what staff wrote, whose taxes are in its prices or on top of them, as the rates
     * say. It is due at the end of its days.
     */
    Uni<Invoice.Open> open(Invoice.Draft draft, Instant now) {
        return around(draft, now, UnaryOperator.identity())
                .chain(around -> numbered(draft, around, now))
                .call(invoices::save);
    }

    /** Keeps that a payment paid it; its tax is owed from now on. */
    Uni<Invoice.Paid> pay(Invoice.Payable owed, PaymentId payment, Instant paidAt) {
        return bookTax(owed.id(), owed.details().totals().tax())
                .replaceWith(() -> owed.pay(Optional.of(payment), paidAt))
                .call(invoices::save);
    }

    private Uni<Void> bookTax(InvoiceId invoice, Money tax) {
        return tax.isZero()
                ? Uni.createFrom().voidItem()
                : postTransaction
                        .execute(
                                new PostTransaction.Command(
                                        InvoiceBookings.taxKey(invoice),
                                        Kind.INVOICE_TAX,
                                        InvoiceBookings.tax(tax)))
                        .replaceWithVoid();
    }

    private Uni<Invoice.Open> numbered(Invoice.Draft draft, Around around, Instant now) {
        return numbers.next(DocumentKind.INVOICE, now)
                .map(
                        number ->
                                draft.finalise(
                                        around.taxed(),
                                        new Issue(
                                                number,
                                                around.seller(),
                                                now,
                                                now.plus(
                                                        Duration.ofDays(
                                                                draft.details().dueDays())))));
    }

    private Uni<Around> around(Invoice.Draft draft, Instant now, UnaryOperator<TaxRate> applied) {
        return parties.seller()
                .chain(
                        seller ->
                                rates(draft, seller, now)
                                        .map(due -> due.stream().map(applied).toList())
                                        .map(due -> Taxation.apply(due, draft.details().lines()))
                                        .map(taxed -> new Around(seller, taxed)));
    }

    /** What is due in the buyer's country; if he has none, in ours. */
    private Uni<List<TaxRate>> rates(Invoice.Draft draft, Party seller, Instant now) {
        String his = draft.details().buyer().country();
        LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
        return taxRates.dueIn(his.isEmpty() ? seller.country() : his, today);
    }
}
