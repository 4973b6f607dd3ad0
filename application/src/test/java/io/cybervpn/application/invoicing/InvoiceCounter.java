package io.cybervpn.application.invoicing;

import io.cybervpn.application.identity.HoldOwner;
import io.cybervpn.application.invoicing.port.BuyerContacts.Contact;
import io.cybervpn.application.ledger.InMemoryLedger;
import io.cybervpn.application.shared.Ids;
import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.domain.billing.OrderPaid;
import io.cybervpn.domain.invoicing.CreditNoteReason;
import io.cybervpn.domain.payment.PaymentRefundUndone;
import io.cybervpn.domain.payment.PaymentRefunded;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.List;

/** Invoices and credit notes over memory, for tests of other contexts; no taxes. */
public final class InvoiceCounter {
    public final InMemoryInvoices invoices;
    public final InMemoryCreditNotes notes;

    private final IssueInvoiceOnOrderPaid issue;
    private final CreditOnPaymentRefunded credit;
    private final CancelCreditOnRefundUndone cancel;

    public InvoiceCounter(
            InMemoryUnitOfWork unitOfWork,
            HoldOwner holdOwner,
            InMemoryLedger ledger,
            Ids ids,
            Clock clock) {
        invoices = new InMemoryInvoices(unitOfWork);
        notes = new InMemoryCreditNotes(unitOfWork);
        InMemoryDocumentNumbers numbers = new InMemoryDocumentNumbers(unitOfWork);
        InMemoryParties parties = new InMemoryParties(unitOfWork);
        NoteDesk desk =
                new NoteDesk(
                        unitOfWork,
                        invoices,
                        new NoteDesk.Notes(
                                notes,
                                numbers,
                                _ -> Uni.createFrom().item(CreditNoteReason.OTHER),
                                _ -> Uni.createFrom().item(List.of()),
                                ids,
                                clock),
                        books(ledger, ids, clock));
        issue =
                new IssueInvoiceOnOrderPaid(
                        unitOfWork,
                        new Buyers(
                                holdOwner,
                                _ ->
                                        Uni.createFrom()
                                                .item(
                                                        new Contact(
                                                                "Ann", "a@b.example", "en", true)),
                                parties),
                        invoices,
                        new Finalising(
                                invoices,
                                numbers,
                                new InMemoryTaxRates(unitOfWork),
                                parties,
                                ledger.postTransaction(ids, clock)),
                        desk,
                        new IssueInvoiceOnOrderPaid.Source(ids, clock));
        credit = new CreditOnPaymentRefunded(desk);
        cancel = new CancelCreditOnRefundUndone(desk);
    }

    private static NoteDesk.Books books(InMemoryLedger ledger, Ids ids, Clock clock) {
        return new NoteDesk.Books(
                ledger.postTransaction(ids, clock), ledger.reverseTransaction(ids, clock));
    }

    /** Something was sold. */
    public void handle(OrderPaid event) {
        invoices.paid(event.order());
        issue.handle(event).await().indefinitely();
    }

    /** Money of it went back. */
    public void handle(PaymentRefunded event) {
        credit.handle(event).await().indefinitely();
    }

    /** It came again. */
    public void handle(PaymentRefundUndone event) {
        cancel.handle(event).await().indefinitely();
    }
}
