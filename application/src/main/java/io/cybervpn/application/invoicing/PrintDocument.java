package io.cybervpn.application.invoicing;

import io.cybervpn.application.invoicing.port.DocumentPrinter;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.domain.invoicing.CreditNoteId;
import io.cybervpn.domain.invoicing.InvoiceId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Prints an invoice or one of its credit notes, for who may see it ({@link ViewInvoice}). */
@Singleton
public final class PrintDocument {
    private final ViewInvoice viewInvoice;
    private final DocumentPrinter printer;

    @Inject
    PrintDocument(ViewInvoice viewInvoice, DocumentPrinter printer) {
        this.viewInvoice = viewInvoice;
        this.printer = printer;
    }

    /**
     * What to print.
     *
     * @param note one of the invoice's; empty: the invoice itself
     * @param language of the words around, such as {@code ru}; English where there are none in it
     */
    public record Query(
            Actor actor,
            InvoiceId invoice,
            Optional<CreditNoteId> note,
            DocumentFormat format,
            String language) {}

    /** What came of it. */
    public sealed interface Result {
        /**
         * The file.
         *
         * @param name without an ending
         */
        record Printed(byte[] file, String name) implements Result {}

        /** It is not there, or not his, or has no number yet: which of them is not told. */
        record NoSuchDocument() implements Result {}

        /** The actor may not. */
        record Forbidden() implements Result {}
    }

    /** Prints it. Changes nothing. */
    public Uni<Result> execute(Query query) {
        return viewInvoice
                .execute(new ViewInvoice.Query(query.actor(), query.invoice()))
                .chain(
                        seen ->
                                switch (seen) {
                                    case ViewInvoice.Result.Found(var invoice) ->
                                            print(invoice, query);
                                    case ViewInvoice.Result.NoSuchInvoice() ->
                                            answer(new Result.NoSuchDocument());
                                    case ViewInvoice.Result.Forbidden() ->
                                            answer(new Result.Forbidden());
                                });
    }

    private Uni<Result> print(InvoiceView invoice, Query query) {
        if (query.note().isPresent()) {
            return invoice.notes().stream()
                    .filter(note -> query.note().filter(note.id()::equals).isPresent())
                    .findFirst()
                    .map(note -> print(invoice, note, query))
                    .orElseGet(() -> answer(new Result.NoSuchDocument()));
        }
        return invoice.issue()
                .map(issue -> print(invoice, issue.number().text(), query))
                .orElseGet(() -> answer(new Result.NoSuchDocument()));
    }

    private Uni<Result> print(InvoiceView invoice, String name, Query query) {
        return printer.print(invoice, query.format(), query.language())
                .map(file -> new Result.Printed(file, name));
    }

    private Uni<Result> print(InvoiceView invoice, CreditNoteView note, Query query) {
        return printer.print(invoice, note, query.format(), query.language())
                .map(file -> new Result.Printed(file, note.number().text()));
    }

    private static Uni<Result> answer(Result result) {
        return Uni.createFrom().item(result);
    }
}
