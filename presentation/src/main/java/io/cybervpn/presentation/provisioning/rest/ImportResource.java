package io.cybervpn.presentation.provisioning.rest;

import io.cybervpn.application.provisioning.imports.CancelImport;
import io.cybervpn.application.provisioning.imports.ViewImport;
import io.cybervpn.application.subscription.BulkJob;
import io.cybervpn.application.subscription.ViewBulkJob;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.cybervpn.presentation.shared.rest.Problem;
import io.cybervpn.presentation.shared.rest.ReasonRequired;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * People who come from elsewhere: {@code imports:read} to see how far it is, {@code imports:write}
 * to stop it.
 */
@Path("/api/v1/admin/imports/{id}")
@Authenticated
@Tag(name = "admin-imports")
public final class ImportResource {
    private final ViewImport viewImport;
    private final CancelImport cancelImport;
    private final CurrentActor actor;

    @Inject
    ImportResource(ViewImport viewImport, CancelImport cancelImport, CurrentActor actor) {
        this.viewImport = viewImport;
        this.cancelImport = cancelImport;
        this.actor = actor;
    }

    /** How far it is. */
    @GET
    @Operation(operationId = "adminGetImport", summary = "Shows how far an import is")
    public Uni<ImportJson> get(@PathParam("id") UUID id) {
        return view(id, ViewBulkJob.Rows.none()).map(ImportJson::of);
    }

    /** Its rows in their order: repeat with {@code cursor} until there is none. */
    @GET
    @Path("/rows")
    @Operation(
            operationId = "adminListImportRows",
            summary = "Lists what became of each row of an import")
    public Uni<ImportJson.RowsJson> rows(
            @PathParam("id") UUID id,
            @Parameter(description = "waiting, done, refused, failed or cancelled")
                    @QueryParam("state")
                    @Nullable String state,
            @Parameter(description = "nextCursor of the piece before") @QueryParam("cursor") @Min(0)
                    @Nullable Integer cursor,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(500) int limit) {
        ViewBulkJob.Rows wanted =
                new ViewBulkJob.Rows(
                        Optional.ofNullable(state).map(ImportResource::state),
                        cursor == null ? -1 : cursor,
                        limit);
        return view(id, wanted).map(shown -> ImportJson.RowsJson.of(shown.rows(), limit));
    }

    private static BulkJob.RowState state(String code) {
        return Stream.of(BulkJob.RowState.values())
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(
                        () ->
                                Problem.invalid("/state", "unknown", "There is no such state.")
                                        .asException());
    }

    private Uni<ViewImport.Result.Shown> view(UUID id, ViewBulkJob.Rows rows) {
        return viewImport
                .execute(new ViewImport.Query(actor.actor(), id, rows))
                .map(ImportResource::shown);
    }

    private static ViewImport.Result.Shown shown(ViewImport.Result result) {
        return switch (result) {
            case ViewImport.Result.Shown shown -> shown;
            case ViewImport.Result.NoSuchJob() -> throw Problem.notFound("import").asException();
            case ViewImport.Result.Forbidden() -> throw Problem.forbidden().asException();
        };
    }

    /** What was done stays done. Repeatable. Say why in {@code X-Reason}. */
    @POST
    @Path("/cancel")
    @ReasonRequired
    @Operation(operationId = "adminCancelImport", summary = "Stops an import")
    @APIResponse(responseCode = "204", description = "It does nothing any more")
    public Uni<Void> cancel(@PathParam("id") UUID id) {
        return cancelImport
                .execute(new CancelImport.Command(actor.actor(), id))
                .invoke(ImportResource::check)
                .replaceWithVoid();
    }

    private static void check(CancelImport.Result result) {
        switch (result) {
            case CancelImport.Result.Stopped _ -> {}
            case CancelImport.Result.NoSuchJob _ -> throw Problem.notFound("import").asException();
            case CancelImport.Result.Forbidden _ -> throw Problem.forbidden().asException();
        }
    }
}
