package io.cybervpn.presentation.subscription.rest;

import io.cybervpn.application.shared.Permission;
import io.cybervpn.application.subscription.StartBulkAction;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.cybervpn.presentation.shared.rest.IdempotentCall;
import io.cybervpn.presentation.shared.rest.Problem;
import io.cybervpn.presentation.shared.rest.ReasonRequired;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** One deed with many, row by row; needs {@code subscriptions:bulk}. */
@Path("/api/v1/admin/bulk-actions")
@Authenticated
@Tag(name = "admin-subscriptions")
public final class BulkActionResource {
    private final StartBulkAction startBulkAction;
    private final CurrentActor actor;

    @Inject
    BulkActionResource(StartBulkAction startBulkAction, CurrentActor actor) {
        this.startBulkAction = startBulkAction;
        this.actor = actor;
    }

    /** At once a job, or what it would be done with; say why in {@code X-Reason}. */
    @POST
    @ReasonRequired
    @Operation(
            operationId = "adminStartBulkAction",
            summary = "Does something with many subscriptions or customers",
            description =
                    "Needs a fresh second factor, X-Reason and Idempotency-Key; a dry run neither"
                            + " factor nor key. Codes: too_many, idempotency_key_reused.")
    @APIResponseSchema(value = JobJson.StartedJson.class, responseCode = "202")
    public Uni<RestResponse<JobJson.StartedJson>> start(
            @HeaderParam(IdempotentCall.HEADER) @Nullable String key,
            @NotNull @Valid BulkRequestJson body) {
        boolean isStaff = actor.actor().account().isPresent();
        if (!isStaff || !actor.actor().may(Permission.SUBSCRIPTIONS_BULK)) {
            throw Problem.forbidden().asException();
        }
        Optional<String> request =
                body.wantsDryRun() ? Optional.empty() : Optional.of(DeedKeys.required(key));
        return startBulkAction
                .execute(
                        new StartBulkAction.Command(
                                actor.actor(), body.read(), body.target(), request))
                .map(BulkActionResource::answer);
    }

    private static RestResponse<JobJson.StartedJson> answer(StartBulkAction.Result result) {
        return switch (result) {
            case StartBulkAction.Result.Shown(var count, var sample) ->
                    RestResponse.ok(new JobJson.StartedJson(count, sample, null));
            case StartBulkAction.Result.Started(var job) ->
                    RestResponse.status(
                            RestResponse.Status.ACCEPTED,
                            new JobJson.StartedJson(job.total(), List.of(), job.id()));
            case StartBulkAction.Result.TooMany() ->
                    throw Problem.of(422, "too_many", "At most 100000 at once.").asException();
            case StartBulkAction.Result.KeyReused() -> throw Holding.keyReused();
            case StartBulkAction.Result.Forbidden() -> throw Problem.forbidden().asException();
            case StartBulkAction.Result.StepUpRequired() ->
                    throw Problem.stepUpRequired().asException();
        };
    }
}
