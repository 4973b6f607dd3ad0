package io.cybervpn.application.invoicing;

import io.cybervpn.application.shared.InMemoryTable;
import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.domain.invoicing.CreditNoteId;
import io.cybervpn.domain.invoicing.InvoiceId;
import io.cybervpn.domain.invoicing.model.CreditNote;
import io.cybervpn.domain.invoicing.repository.CreditNotes;
import io.smallrye.mutiny.Uni;
import java.util.Comparator;
import java.util.List;

/** Credit notes in memory. */
public final class InMemoryCreditNotes implements CreditNotes {
    private final InMemoryTable<CreditNoteId, CreditNote> notes;

    public InMemoryCreditNotes(InMemoryUnitOfWork unitOfWork) {
        this.notes = unitOfWork.table();
    }

    public List<CreditNote> all() {
        return notes.all();
    }

    @Override
    public Uni<Void> add(CreditNote.Standing note) {
        return Uni.createFrom().voidItem().invoke(() -> addNow(note));
    }

    private void addNow(CreditNote.Standing note) {
        if (!notes.where(one -> isSame(one, note)).isEmpty()) {
            throw new IllegalStateException("there is a note of " + note.content().refund());
        }
        notes.put(note.content().id(), note);
    }

    private static boolean isSame(CreditNote one, CreditNote other) {
        return one.content().refund().equals(other.content().refund());
    }

    @Override
    public Uni<List<CreditNote>> of(InvoiceId invoice) {
        return Uni.createFrom()
                .item(
                        () ->
                                notes.where(one -> one.content().invoice().equals(invoice)).stream()
                                        .sorted(
                                                Comparator.comparing(
                                                        one ->
                                                                one.content()
                                                                        .id()
                                                                        .value()
                                                                        .toString()))
                                        .toList());
    }

    @Override
    public Uni<Void> cancel(CreditNote.Cancelled note) {
        return Uni.createFrom().voidItem().invoke(() -> notes.put(note.content().id(), note));
    }
}
