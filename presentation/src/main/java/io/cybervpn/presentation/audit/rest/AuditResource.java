package io.cybervpn.presentation.audit.rest;

import io.cybervpn.application.audit.ExportAudit;
import io.cybervpn.application.audit.ListAudit;
import io.cybervpn.application.audit.SignAuditHead;
import io.cybervpn.application.audit.VerifyAudit;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.cybervpn.presentation.shared.rest.Problem;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jspecify.annotations.Nullable;

/** The audit trail (R240), for staff with {@code audit:read}. */
@Path("/api/v1/admin/audit")
@Tag(name = "admin-audit")
@Authenticated
public final class AuditResource {
    private static final String NDJSON = "application/x-ndjson";

    private final ListAudit listAudit;
    private final ExportAudit exportAudit;
    private final VerifyAudit verifyAudit;
    private final SignAuditHead signAuditHead;
    private final CurrentActor actor;

    @Inject
    AuditResource(
            ListAudit listAudit,
            ExportAudit exportAudit,
            VerifyAudit verifyAudit,
            SignAuditHead signAuditHead,
            CurrentActor actor) {
        this.listAudit = listAudit;
        this.exportAudit = exportAudit;
        this.verifyAudit = verifyAudit;
        this.signAuditHead = signAuditHead;
        this.actor = actor;
    }

    /** A feed, newest first: repeat with {@code cursor} until there is none. */
    @GET
    @Operation(operationId = "listAudit", summary = "What staff did and what concerns security")
    public Uni<AuditFeedJson> list(
            @BeanParam @Valid AuditFilterParams params,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return listAudit
                .execute(
                        new ListAudit.Query(
                                actor.actor(),
                                params.filter(),
                                Optional.ofNullable(cursor).map(AuditCursors::read),
                                limit))
                .map(AuditResource::feed);
    }

    /** All wanted rows, one JSON object a line, newest first. */
    @GET
    @Path("/export")
    @Produces(NDJSON)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Operation(operationId = "exportAudit", summary = "All wanted rows as lines of JSON")
    @APIResponse(
            responseCode = "200",
            description = "An AuditEntry as JSON on each line",
            content = @Content(mediaType = NDJSON, schema = @Schema(type = SchemaType.STRING)))
    public Multi<AuditEntryJson> export(@BeanParam @Valid AuditFilterParams params) {
        return exportAudit
                .execute(new ExportAudit.Query(actor.actor(), params.filter()))
                .onItem()
                .transformToMulti(AuditResource::rows);
    }

    /** Reads the whole trail; a broken chain is an answer, not an error. */
    @GET
    @Path("/proof")
    @Operation(
            operationId = "proveAudit",
            summary = "Proves the chain and names the first broken row")
    public Uni<AuditProofJson> proof() {
        return verifyAudit.execute(actor.actor()).map(AuditProofJson::of);
    }

    /** Signs the head of the chain, to be kept elsewhere. */
    @POST
    @Path("/head")
    @Operation(operationId = "signAuditHead", summary = "Signs the head of the chain")
    public Uni<AuditHeadJson> head() {
        return signAuditHead.execute(actor.actor()).map(AuditHeadJson::of);
    }

    private static AuditFeedJson feed(ListAudit.Result result) {
        return switch (result) {
            case ListAudit.Result.Listed listed -> AuditFeedJson.of(listed);
            case ListAudit.Result.Forbidden() -> throw Problem.forbidden().asException();
        };
    }

    private static Multi<AuditEntryJson> rows(ExportAudit.Result result) {
        return switch (result) {
            case ExportAudit.Result.Exported(var rows) -> rows.map(AuditEntryJson::of);
            case ExportAudit.Result.Forbidden() -> throw Problem.forbidden().asException();
        };
    }
}
