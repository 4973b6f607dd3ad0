package io.cybervpn.application.invoicing;

import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.invoicing.DocumentNumber;
import io.cybervpn.domain.invoicing.InvoiceId;
import io.cybervpn.domain.invoicing.InvoiceLine;
import io.cybervpn.domain.invoicing.InvoiceStatus;
import io.cybervpn.domain.invoicing.InvoiceTotals;
import io.cybervpn.domain.invoicing.Party;
import io.cybervpn.domain.invoicing.model.CreditNote;
import io.cybervpn.domain.invoicing.model.Invoice;
import io.cybervpn.domain.invoicing.model.InvoiceDetails;
import io.cybervpn.domain.invoicing.model.Issue;
import io.cybervpn.domain.payment.PaymentId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An invoice as others see it.
 *
 * @param order empty for one that staff wrote
 * @param dueDays how many days after its issue it is due
 * @param issue empty for a draft
 * @param payment what paid it; empty for that of an order, which knows its own
 * @param closing why it was withdrawn or given up
 * @param notes its credit notes, oldest first; none in a list
 * @param version to be sent back with an edit
 */
public record InvoiceView(
        InvoiceId id,
        AccountId account,
        InvoiceStatus status,
        Optional<OrderId> order,
        Party buyer,
        List<InvoiceLine> lines,
        InvoiceTotals totals,
        String note,
        int dueDays,
        Instant createdAt,
        Optional<IssueView> issue,
        Optional<Instant> paidAt,
        Optional<PaymentId> payment,
        Optional<ClosingView> closing,
        List<CreditNoteView> notes,
        int version) {
    /** Copies the lists. */
    public InvoiceView {
        lines = List.copyOf(lines);
        notes = List.copyOf(notes);
    }

    /** Whether money for it is awaited, or would pay it all the same. */
    public boolean isOwed() {
        return status == InvoiceStatus.OPEN || status == InvoiceStatus.UNCOLLECTIBLE;
    }

    /** What finalising gave it. */
    public record IssueView(DocumentNumber number, Party seller, Instant issuedAt, Instant dueAt) {}

    /** Why it was closed unpaid. */
    public record ClosingView(String reason, Instant at) {}

    /** What stands next to each other in all states. */
    private record Ending(
            Optional<Issue> issue,
            Optional<Instant> paidAt,
            Optional<PaymentId> payment,
            Optional<Invoice.Closing> closing) {
        static Ending of(Optional<Issue> issue, Optional<Invoice.Closing> closing) {
            return new Ending(issue, Optional.empty(), Optional.empty(), closing);
        }
    }

    static InvoiceView of(Invoice invoice) {
        return of(invoice, List.of());
    }

    static InvoiceView of(Invoice invoice, List<CreditNote> notes) {
        InvoiceDetails details = invoice.details();
        Ending ending = ending(invoice);
        return new InvoiceView(
                details.id(),
                details.account(),
                invoice.status(),
                details.origin().paidOrder(),
                details.buyer(),
                details.lines(),
                details.totals(),
                details.note(),
                details.dueDays(),
                details.createdAt(),
                ending.issue().map(InvoiceView::issue),
                ending.paidAt(),
                ending.payment(),
                ending.closing().map(why -> new ClosingView(why.reason(), why.at())),
                notes.stream().map(CreditNoteView::of).toList(),
                details.version());
    }

    private static IssueView issue(Issue issue) {
        return new IssueView(issue.number(), issue.seller(), issue.issuedAt(), issue.dueAt());
    }

    private static Ending ending(Invoice invoice) {
        return switch (invoice) {
            case Invoice.Draft _ -> Ending.of(Optional.empty(), Optional.empty());
            case Invoice.Open(_, var issue) -> Ending.of(Optional.of(issue), Optional.empty());
            case Invoice.Voided(_, var issue, var why) ->
                    Ending.of(Optional.of(issue), Optional.of(why));
            case Invoice.Uncollectible(_, var issue, var why) ->
                    Ending.of(Optional.of(issue), Optional.of(why));
            case Invoice.Paid(_, var issue, var payment, var at) ->
                    new Ending(Optional.of(issue), Optional.of(at), payment, Optional.empty());
        };
    }
}
