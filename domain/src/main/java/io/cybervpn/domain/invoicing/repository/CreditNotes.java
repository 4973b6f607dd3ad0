package io.cybervpn.domain.invoicing.repository;

import io.cybervpn.domain.invoicing.InvoiceId;
import io.cybervpn.domain.invoicing.model.CreditNote;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** All credit notes. Every method belongs to an open unit of work that holds the invoice. */
public interface CreditNotes {
    /** Stores a new one; there must be none of its refund. */
    Uni<Void> add(CreditNote.Standing note);

    /** Those of an invoice, oldest first. */
    Uni<List<CreditNote>> of(InvoiceId invoice);

    /** Stores that one counts no longer. */
    Uni<Void> cancel(CreditNote.Cancelled note);
}
