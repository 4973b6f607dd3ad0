package io.cybervpn.application.invoicing;

import io.cybervpn.application.invoicing.port.RefundReasons;
import io.cybervpn.application.invoicing.port.SaleReturns;
import io.cybervpn.application.ledger.PostTransaction;
import io.cybervpn.application.ledger.ReverseTransaction;
import io.cybervpn.application.shared.Ids;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.invoicing.CreditNoteId;
import io.cybervpn.domain.invoicing.CreditNoteReason;
import io.cybervpn.domain.invoicing.DocumentKind;
import io.cybervpn.domain.invoicing.DocumentNumber;
import io.cybervpn.domain.invoicing.InvoiceId;
import io.cybervpn.domain.invoicing.NoteLine;
import io.cybervpn.domain.invoicing.model.CreditNote;
import io.cybervpn.domain.invoicing.model.Crediting;
import io.cybervpn.domain.invoicing.model.Invoice;
import io.cybervpn.domain.invoicing.model.InvoiceBookings;
import io.cybervpn.domain.invoicing.repository.CreditNotes;
import io.cybervpn.domain.invoicing.repository.DocumentNumbers;
import io.cybervpn.domain.invoicing.repository.Invoices;
import io.cybervpn.domain.ledger.LedgerTransaction.Kind;
import io.cybervpn.domain.payment.RefundId;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Where credit notes are made and cancelled, each under the lock of its invoice. */
@Singleton
final class NoteDesk {
    private final UnitOfWork unitOfWork;
    private final Invoices invoices;
    private final Notes notes;
    private final Books books;

    @Inject
    NoteDesk(UnitOfWork unitOfWork, Invoices invoices, Notes notes, Books books) {
        this.unitOfWork = unitOfWork;
        this.invoices = invoices;
        this.notes = notes;
        this.books = books;
    }

    /**
     * Money that went back.
     *
     * @param subject what it had paid for: an order or an invoice
     * @param amount more than nothing
     */
    record Gone(RefundId refund, UUID subject, Money amount) {}

    /** A note that has no number yet. */
    private record Sketch(
            CreditNoteId id,
            InvoiceId invoice,
            Gone gone,
            List<NoteLine> lines,
            CreditNoteReason reason,
            Instant now) {
        Money tax() {
            return new Money(
                    lines.stream().mapToLong(NoteLine::taxMinor).sum(), gone.amount().asset());
        }

        CreditNote.Standing numbered(DocumentNumber number) {
            return new CreditNote.Standing(
                    new CreditNote.Content(
                            id,
                            invoice,
                            gone.refund(),
                            number,
                            reason,
                            gone.amount().asset(),
                            lines,
                            now));
        }
    }

    /** Notes, their numbers and reasons. */
    @Singleton
    static final class Notes {
        private final CreditNotes all;
        private final DocumentNumbers numbers;
        private final RefundReasons reasons;
        private final SaleReturns returns;
        private final Ids ids;
        private final Clock clock;

        @Inject
        Notes(
                CreditNotes all,
                DocumentNumbers numbers,
                RefundReasons reasons,
                SaleReturns returns,
                Ids ids,
                Clock clock) {
            this.all = all;
            this.numbers = numbers;
            this.reasons = reasons;
            this.returns = returns;
            this.ids = ids;
            this.clock = clock;
        }

        private Uni<Sketch> sketch(Invoice.Paid invoice, List<CreditNote> earlier, Gone gone) {
            List<NoteLine> lines = Crediting.lines(invoice, earlier, gone.amount());
            return reasons.of(gone.refund())
                    .map(
                            reason ->
                                    new Sketch(
                                            new CreditNoteId(ids.next()),
                                            invoice.id(),
                                            gone,
                                            lines,
                                            reason,
                                            clock.instant()));
        }

        private Uni<Void> add(Sketch sketch) {
            return numbers.next(DocumentKind.CREDIT_NOTE, sketch.now())
                    .map(sketch::numbered)
                    .chain(all::add);
        }
    }

    /** What is booked of them. */
    @Singleton
    static final class Books {
        private final PostTransaction postTransaction;
        private final ReverseTransaction reverseTransaction;

        @Inject
        Books(PostTransaction postTransaction, ReverseTransaction reverseTransaction) {
            this.postTransaction = postTransaction;
            this.reverseTransaction = reverseTransaction;
        }

        private Uni<Void> book(Sketch note) {
            return note.tax().isZero()
                    ? done()
                    : postTransaction
                            .execute(
                                    new PostTransaction.Command(
                                            InvoiceBookings.noteTaxKey(note.id()),
                                            Kind.CREDIT_NOTE_TAX,
                                            InvoiceBookings.noteTax(note.tax())))
                            .replaceWithVoid();
        }

        private Uni<Void> bookBack(CreditNote note) {
            return note.content().tax().isZero()
                    ? done()
                    : reverseTransaction
                            .execute(
                                    new ReverseTransaction.Command(
                                            InvoiceBookings.noteTaxKey(note.content().id())))
                            .replaceWithVoid();
        }
    }

    /** Makes the notes of what went back of a sale before its invoice was there. Repeatable. */
    Uni<Void> creditAll(UUID subject) {
        return notes.returns
                .of(subject)
                .chain(
                        all ->
                                Multi.createFrom()
                                        .iterable(all)
                                        .onItem()
                                        .transformToUniAndConcatenate(
                                                one ->
                                                        credit(
                                                                new Gone(
                                                                        one.refund(),
                                                                        subject,
                                                                        one.fromSale())))
                                        .collect()
                                        .asList())
                .replaceWithVoid();
    }

    /** Makes the note of a refund, once. Fails while its invoice is on its way. */
    Uni<Void> credit(Gone gone) {
        return unitOfWork.run(() -> onInvoice(gone, paid -> credit(paid, gone)));
    }

    /** Cancels the note of a refund, once. Fails while the note is on its way. */
    Uni<Void> cancel(Gone gone) {
        return unitOfWork.run(() -> onInvoice(gone, paid -> cancel(paid, gone)));
    }

    private Uni<Void> onInvoice(Gone gone, Function<Invoice.Paid, Uni<Void>> work) {
        return invoices.lockOf(gone.subject())
                .chain(
                        found ->
                                found.map(invoice -> work.apply(paid(invoice)))
                                        .orElseGet(() -> look(gone, work)));
    }

    /**
     * Whoever is just making the invoice does not see this refund; so wait for him, and look again.
     * Who makes it later sees the refund, and makes its note.
     */
    private Uni<Void> look(Gone gone, Function<Invoice.Paid, Uni<Void>> work) {
        return invoices.holdOrder(new OrderId(gone.subject()))
                .chain(() -> invoices.lockOf(gone.subject()))
                .chain(
                        found ->
                                found.map(invoice -> work.apply(paid(invoice)))
                                        .orElseGet(() -> awaited(gone)));
    }

    private static Invoice.Paid paid(Invoice invoice) {
        if (invoice instanceof Invoice.Paid paid) {
            return paid;
        }
        throw new IllegalStateException(invoice.id() + " is not paid and gives nothing back");
    }

    /** An order of before there were invoices has none, and neither has a top-up. */
    private Uni<Void> awaited(Gone gone) {
        return invoices.isAwaited(new OrderId(gone.subject()))
                .invoke(
                        comes -> {
                            if (comes) {
                                throw tooEarly(gone);
                            }
                        })
                .replaceWithVoid();
    }

    private static IllegalStateException tooEarly(Gone gone) {
        return new IllegalStateException("too early: " + gone.refund() + " of " + gone.subject());
    }

    private Uni<Void> credit(Invoice.Paid invoice, Gone gone) {
        return notes.all
                .of(invoice.id())
                .chain(
                        earlier ->
                                of(earlier, gone).isPresent()
                                        ? done()
                                        : write(invoice, earlier, gone));
    }

    /**
     * More than is left means that the word of an undone refund is still on its way. The number
     * comes last, since its series is held until the work ends.
     */
    private Uni<Void> write(Invoice.Paid invoice, List<CreditNote> earlier, Gone gone) {
        if (Crediting.left(invoice, earlier).compareTo(gone.amount()) < 0) {
            throw tooEarly(gone);
        }
        return notes.sketch(invoice, earlier, gone).call(books::book).chain(notes::add);
    }

    private Uni<Void> cancel(Invoice.Paid invoice, Gone gone) {
        return notes.all
                .of(invoice.id())
                .map(all -> of(all, gone).orElseThrow(() -> tooEarly(gone)))
                .chain(this::cancel);
    }

    private Uni<Void> cancel(CreditNote note) {
        return switch (note) {
            case CreditNote.Cancelled _ -> done();
            case CreditNote.Standing standing ->
                    notes.all
                            .cancel(standing.cancel(notes.clock.instant()))
                            .chain(() -> books.bookBack(standing));
        };
    }

    private static Optional<CreditNote> of(List<CreditNote> notes, Gone gone) {
        return notes.stream()
                .filter(note -> note.content().refund().equals(gone.refund()))
                .findFirst();
    }

    private static Uni<Void> done() {
        return Uni.createFrom().voidItem();
    }
}
