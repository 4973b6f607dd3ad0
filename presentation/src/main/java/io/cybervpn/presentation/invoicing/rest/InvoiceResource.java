package io.cybervpn.presentation.invoicing.rest;

import io.cybervpn.presentation.shared.rest.PageParams;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** One's own invoices (R97). Those of others are not found. */
@Path("/api/v1/invoices")
@Tag(name = "invoices")
@Authenticated
public final class InvoiceResource {
    private final InvoiceReading invoices;
    private final DocumentFiles files;

    @Inject
    InvoiceResource(InvoiceReading invoices, DocumentFiles files) {
        this.invoices = invoices;
        this.files = files;
    }

    /** A page, newest first. */
    @GET
    @Operation(operationId = "listInvoices", summary = "Lists one's own invoices")
    public Uni<RestResponse<InvoicePageJson>> list(
            @Valid @BeanParam InvoiceFilterParams filter,
            @Valid @BeanParam PageParams page,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        return invoices.list(
                filter.wish(Optional.empty()), page.toRequest(), language, InvoicePageJson::of);
    }

    /** One, with its credit notes. */
    @GET
    @Path("/{id}")
    @Operation(operationId = "getInvoice", summary = "Shows an invoice")
    public Uni<RestResponse<InvoiceJson>> get(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        return invoices.one(id, language, InvoiceJson::of);
    }

    /** The same on paper. */
    @GET
    @Path("/{id}/file")
    @Operation(operationId = "getInvoiceFile", summary = "Prints an invoice")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content = {
                @Content(mediaType = "text/html", schema = @Schema(implementation = String.class)),
                @Content(
                        mediaType = "application/pdf",
                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Uni<RestResponse<byte[]>> file(
            @PathParam("id") UUID id,
            @Parameter(description = "html, which is the default, or pdf") @QueryParam("format")
                    Optional<String> format,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        return files.print(new DocumentFiles.Wish(id, Optional.empty(), format, language));
    }

    /** A credit note of it on paper. */
    @GET
    @Path("/{id}/credit-notes/{noteId}/file")
    @Operation(operationId = "getCreditNoteFile", summary = "Prints a credit note")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content = {
                @Content(mediaType = "text/html", schema = @Schema(implementation = String.class)),
                @Content(
                        mediaType = "application/pdf",
                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Uni<RestResponse<byte[]>> noteFile(
            @PathParam("id") UUID id,
            @PathParam("noteId") UUID note,
            @Parameter(description = "html, which is the default, or pdf") @QueryParam("format")
                    Optional<String> format,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        return files.print(new DocumentFiles.Wish(id, Optional.of(note), format, language));
    }
}
