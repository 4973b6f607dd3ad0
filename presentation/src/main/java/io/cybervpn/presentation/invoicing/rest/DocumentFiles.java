package io.cybervpn.presentation.invoicing.rest;

import io.cybervpn.application.invoicing.DocumentFormat;
import io.cybervpn.application.invoicing.PrintDocument;
import io.cybervpn.domain.invoicing.CreditNoteId;
import io.cybervpn.domain.invoicing.InvoiceId;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.cybervpn.presentation.shared.rest.Languages;
import io.cybervpn.presentation.shared.rest.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Documents as files, for customers and for staff. */
@Singleton
final class DocumentFiles {
    /** Nothing that is printed may do anything in a browser but look well. */
    private static final String NO_SCRIPTS = "default-src 'none'; style-src 'unsafe-inline'";

    private static final Map<String, String> LANGUAGES = Map.of("en", "", "ru", "");

    private final PrintDocument printDocument;
    private final CurrentActor actor;

    @Inject
    DocumentFiles(PrintDocument printDocument, CurrentActor actor) {
        this.printDocument = printDocument;
        this.actor = actor;
    }

    /**
     * What is wanted.
     *
     * @param note one of the invoice's; empty: the invoice itself
     */
    record Wish(
            UUID invoice,
            Optional<UUID> note,
            Optional<String> format,
            @Nullable String acceptLanguage) {}

    Uni<RestResponse<byte[]>> print(Wish wish) {
        DocumentFormat format =
                wish.format().map(DocumentFiles::format).orElse(DocumentFormat.HTML);
        String language = Languages.of(wish.acceptLanguage()).language(LANGUAGES);
        return printDocument
                .execute(
                        new PrintDocument.Query(
                                actor.actor(),
                                new InvoiceId(wish.invoice()),
                                wish.note().map(CreditNoteId::new),
                                format,
                                language))
                .map(result -> answer(result, format, language));
    }

    private static DocumentFormat format(String code) {
        return switch (code) {
            case "html" -> DocumentFormat.HTML;
            case "pdf" -> DocumentFormat.PDF;
            case String _ ->
                    throw Problem.invalid("format", "unknown", "One of html, pdf.").asException();
        };
    }

    private static RestResponse<byte[]> answer(
            PrintDocument.Result result, DocumentFormat format, String language) {
        return switch (result) {
            case PrintDocument.Result.Printed(var file, var name) ->
                    file(file, name, format)
                            .header(HttpHeaders.CONTENT_LANGUAGE, language)
                            .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                            .build();
            case PrintDocument.Result.NoSuchDocument() ->
                    throw Problem.notFound("document").asException();
            case PrintDocument.Result.Forbidden() -> throw Problem.forbidden().asException();
        };
    }

    private static RestResponse.ResponseBuilder<byte[]> file(
            byte[] file, String name, DocumentFormat format) {
        return switch (format) {
            case HTML ->
                    file(file, "text/html;charset=UTF-8", "inline; filename=\"" + name + ".html\"")
                            .header("Content-Security-Policy", NO_SCRIPTS);
            case PDF -> file(file, "application/pdf", "attachment; filename=\"" + name + ".pdf\"");
        };
    }

    private static RestResponse.ResponseBuilder<byte[]> file(
            byte[] file, String mediaType, String disposition) {
        return RestResponse.ResponseBuilder.ok(file)
                .header(HttpHeaders.CONTENT_TYPE, mediaType)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition)
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
