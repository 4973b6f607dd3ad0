package io.cybervpn.presentation.subscription.rest;

import io.cybervpn.application.subscription.BulkJob;
import io.cybervpn.application.subscription.CancelBulkJob;
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
 * What was begun with many: {@code subscriptions:read} to see it, {@code subscriptions:bulk} to
 * stop it.
 */
@Path("/api/v1/admin/jobs/{id}")
@Authenticated
@Tag(name = "admin-subscriptions")
public final class JobResource {
    private final ViewBulkJob viewBulkJob;
    private final CancelBulkJob cancelBulkJob;
    private final CurrentActor actor;

    @Inject
    JobResource(ViewBulkJob viewBulkJob, CancelBulkJob cancelBulkJob, CurrentActor actor) {
        this.viewBulkJob = viewBulkJob;
        this.cancelBulkJob = cancelBulkJob;
        this.actor = actor;
    }

    /** How far it is. */
    @GET
    @Operation(operationId = "adminGetJob", summary = "Shows how far a bulk action is")
    public Uni<JobJson> get(@PathParam("id") UUID id) {
        return view(id, ViewBulkJob.Rows.none()).map(JobJson::of);
    }

    /** Its rows in their order: repeat with {@code cursor} until there is none. */
    @GET
    @Path("/rows")
    @Operation(
            operationId = "adminListJobRows",
            summary = "Lists what became of each row of a bulk action")
    public Uni<JobJson.RowsJson> rows(
            @PathParam("id") UUID id,
            @Parameter(description = "waiting, done, refused, failed or cancelled")
                    @QueryParam("state")
                    @Nullable String state,
            @Parameter(description = "nextCursor of the piece before") @QueryParam("cursor") @Min(0)
                    @Nullable Integer cursor,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(500) int limit) {
        ViewBulkJob.Rows wanted =
                new ViewBulkJob.Rows(
                        Optional.ofNullable(state).map(JobResource::state),
                        cursor == null ? -1 : cursor,
                        limit);
        return view(id, wanted).map(shown -> JobJson.RowsJson.of(shown.rows(), limit));
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

    private Uni<ViewBulkJob.Result.Shown> view(UUID id, ViewBulkJob.Rows rows) {
        return viewBulkJob
                .execute(new ViewBulkJob.Query(actor.actor(), id, rows))
                .map(JobResource::shown);
    }

    private static ViewBulkJob.Result.Shown shown(ViewBulkJob.Result result) {
        return switch (result) {
            case ViewBulkJob.Result.Shown shown -> shown;
            case ViewBulkJob.Result.NoSuchJob() -> throw Problem.notFound("job").asException();
            case ViewBulkJob.Result.Forbidden() -> throw Problem.forbidden().asException();
        };
    }

    /** What was done stays done. Repeatable. Say why in {@code X-Reason}. */
    @POST
    @Path("/cancel")
    @ReasonRequired
    @Operation(operationId = "adminCancelJob", summary = "Stops a bulk action")
    @APIResponse(responseCode = "204", description = "It does nothing any more")
    public Uni<Void> cancel(@PathParam("id") UUID id) {
        return cancelBulkJob
                .execute(new CancelBulkJob.Command(actor.actor(), id))
                .invoke(JobResource::check)
                .replaceWithVoid();
    }

    private static void check(CancelBulkJob.Result result) {
        switch (result) {
            case CancelBulkJob.Result.Stopped _ -> {}
            case CancelBulkJob.Result.NoSuchJob _ -> throw Problem.notFound("job").asException();
            case CancelBulkJob.Result.Forbidden _ -> throw Problem.forbidden().asException();
        }
    }
}
