package io.cybervpn.infrastructure.invoicing.print;

import io.cybervpn.application.invoicing.CreditNoteView;
import io.cybervpn.application.invoicing.DocumentFormat;
import io.cybervpn.application.invoicing.InvoiceView;
import io.cybervpn.application.invoicing.port.DocumentPrinter;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Prints documents by way of their sheets. */
@Singleton
final class SheetPrinter implements DocumentPrinter {
    @Override
    public Uni<byte[]> print(InvoiceView invoice, DocumentFormat format, String language) {
        return Uni.createFrom().item(() -> file(new Sheets(language).of(invoice), format));
    }

    @Override
    public Uni<byte[]> print(
            InvoiceView invoice, CreditNoteView note, DocumentFormat format, String language) {
        return Uni.createFrom().item(() -> file(new Sheets(language).of(invoice, note), format));
    }

    private static byte[] file(Sheet sheet, DocumentFormat format) {
        return switch (format) {
            case HTML -> HtmlPage.of(sheet);
        };
    }
}
