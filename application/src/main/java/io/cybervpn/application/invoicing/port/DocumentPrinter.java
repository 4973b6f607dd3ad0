package io.cybervpn.application.invoicing.port;

import io.cybervpn.application.invoicing.CreditNoteView;
import io.cybervpn.application.invoicing.DocumentFormat;
import io.cybervpn.application.invoicing.InvoiceView;
import io.smallrye.mutiny.Uni;

/** Puts documents on paper. The same document gives the same file. */
public interface DocumentPrinter {
    /** An invoice that has a number, with words in this language or in English. */
    Uni<byte[]> print(InvoiceView invoice, DocumentFormat format, String language);

    /** One of its credit notes. */
    Uni<byte[]> print(
            InvoiceView invoice, CreditNoteView note, DocumentFormat format, String language);
}
