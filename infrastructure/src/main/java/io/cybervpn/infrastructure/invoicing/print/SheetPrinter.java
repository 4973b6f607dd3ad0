package io.cybervpn.infrastructure.invoicing.print;

import io.cybervpn.application.invoicing.CreditNoteView;
import io.cybervpn.application.invoicing.DocumentFormat;
import io.cybervpn.application.invoicing.InvoiceView;
import io.cybervpn.application.invoicing.port.DocumentPrinter;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Prints documents by way of their sheets. */
@Singleton
final class SheetPrinter implements DocumentPrinter {
    private static final String FONT = "/fonts/DejaVuSans.ttf";

    private final TrueType font = new TrueType(read());

    private static byte[] read() {
        try (InputStream file = SheetPrinter.class.getResourceAsStream(FONT)) {
            if (file == null) {
                throw new IllegalStateException("the program has no " + FONT);
            }
            return file.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public Uni<byte[]> print(InvoiceView invoice, DocumentFormat format, String language) {
        return Uni.createFrom().item(() -> file(new Sheets(language).of(invoice), format));
    }

    @Override
    public Uni<byte[]> print(
            InvoiceView invoice, CreditNoteView note, DocumentFormat format, String language) {
        return Uni.createFrom().item(() -> file(new Sheets(language).of(invoice, note), format));
    }

    private byte[] file(Sheet sheet, DocumentFormat format) {
        return switch (format) {
            case HTML -> HtmlPage.of(sheet);
            case PDF -> PdfSheet.of(sheet, font);
        };
    }
}
