package io.cybervpn.domain.invoicing.model;

import io.cybervpn.domain.invoicing.CreditNoteId;
import io.cybervpn.domain.invoicing.InvoiceId;
import io.cybervpn.domain.ledger.LedgerAccount;
import io.cybervpn.domain.ledger.Posting;
import io.cybervpn.domain.shared.Money;
import java.util.List;

/** How invoices and notes are booked, and under which business keys. Pure. */
public final class InvoiceBookings {
    private InvoiceBookings() {}

    /** Key of what was paid for an invoice of staff. */
    public static String settledKey(InvoiceId invoice) {
        return "invoice-settled:" + invoice.value();
    }

    /** Key of the tax of a paid invoice. */
    public static String taxKey(InvoiceId invoice) {
        return "invoice-tax:" + invoice.value();
    }

    /** Key of the tax that a credit note takes back. */
    public static String noteTaxKey(CreditNoteId note) {
        return "credit-note-tax:" + note.value();
    }

    /** Of what was earned, this much is the state's. */
    public static List<Posting> tax(Money tax) {
        return List.of(
                Posting.debit(new LedgerAccount.Revenue(), tax),
                Posting.credit(new LedgerAccount.TaxPayable(), tax));
    }

    /** Of what was given back, this much is no longer the state's. */
    public static List<Posting> noteTax(Money tax) {
        return List.of(
                Posting.debit(new LedgerAccount.TaxPayable(), tax),
                Posting.credit(new LedgerAccount.Refunds(), tax));
    }
}
