package io.cybervpn.presentation.provisioning.rest;

import io.cybervpn.application.provisioning.imports.ListStrangers;
import io.cybervpn.application.provisioning.imports.StartAdoption;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.cybervpn.presentation.shared.rest.IdempotentCall;
import io.cybervpn.presentation.shared.rest.Problem;
import io.cybervpn.presentation.shared.rest.ProblemException;
import io.cybervpn.presentation.shared.rest.ReasonRequired;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * Users whom a panel had before the shop: {@code imports:read} to see them, {@code imports:write}
 * to take them over.
 */
@Path("/api/v1/admin/panels/{id}")
@Tag(name = "admin-imports")
@Authenticated
public final class AdoptionResource {
    private static final int KEY_LENGTH_MAX = 200;

    private final ListStrangers listStrangers;
    private final StartAdoption startAdoption;
    private final CurrentActor actor;

    @Inject
    AdoptionResource(ListStrangers listStrangers, StartAdoption startAdoption, CurrentActor actor) {
        this.listStrangers = listStrangers;
        this.startAdoption = startAdoption;
        this.actor = actor;
    }

    /** As the panel tells them now; repeat with {@code cursor} until there is none. */
    @GET
    @Path("/strangers")
    @Operation(
            operationId = "adminListStrangers",
            summary = "Lists the users of a panel who are not the shop's",
            description =
                    "Read through from the panel. A page may be short or empty and not the last."
                            + " Codes: not_offered, panel_unavailable.")
    public Uni<StrangerJson.PageJson> strangers(
            @PathParam("id") UUID id,
            @Parameter(description = "nextCursor of the page before")
                    @QueryParam("cursor")
                    @Size(max = 100)
                    @Nullable String cursor,
            @Parameter(description = "How many users of the panel are looked at")
                    @QueryParam("limit")
                    @DefaultValue("100")
                    @Min(1)
                    @Max(500)
                    int limit) {
        return listStrangers
                .execute(
                        new ListStrangers.Query(
                                actor.actor(), new PanelId(id), Optional.ofNullable(cursor), limit))
                .map(
                        result ->
                                switch (result) {
                                    case ListStrangers.Result.Shown page ->
                                            StrangerJson.PageJson.of(page);
                                    case ListStrangers.Result.NoSuchPanel() ->
                                            throw Problem.notFound("panel").asException();
                                    case ListStrangers.Result.NotOffered() -> throw notOffered();
                                    case ListStrangers.Result.Unavailable(var reason) ->
                                            throw unavailable(reason);
                                    case ListStrangers.Result.Forbidden() ->
                                            throw Problem.forbidden().asException();
                                });
    }

    /** At once a job, or what would come of it; say why in {@code X-Reason}. */
    @POST
    @Path("/adoptions")
    @ReasonRequired
    @Operation(
            operationId = "adminStartAdoption",
            summary = "Takes users of a panel over",
            description =
                    "Each gets an account if he has none, a subscription until the end that the"
                            + " panel has, and keeps his link. Needs a fresh second factor,"
                            + " X-Reason and Idempotency-Key; a dry run neither factor nor key."
                            + " Codes: not_offered, panel_unavailable, plan_not_found, too_many,"
                            + " owner_of_many, idempotency_key_reused.")
    @APIResponseSchema(value = AdoptionJson.StartedJson.class, responseCode = "202")
    public Uni<RestResponse<AdoptionJson.StartedJson>> start(
            @PathParam("id") UUID id,
            @HeaderParam(IdempotentCall.HEADER) @Nullable String key,
            @NotNull @Valid AdoptionJson body) {
        boolean isStaff = actor.actor().account().isPresent();
        if (!isStaff || !actor.actor().may(Permission.IMPORTS_WRITE)) {
            throw Problem.forbidden().asException();
        }
        Optional<String> request =
                body.wantsDryRun() ? Optional.empty() : Optional.of(required(key));
        return startAdoption
                .execute(
                        new StartAdoption.Command(
                                actor.actor(), body.terms(id), body.named(), request))
                .map(AdoptionResource::answer);
    }

    private static String required(@Nullable String key) {
        if (key == null || key.isBlank() || key.length() > KEY_LENGTH_MAX) {
            throw Problem.of(
                            400,
                            "idempotency_key_missing",
                            "Send a header Idempotency-Key of 1 to 200 characters.")
                    .asException();
        }
        return key;
    }

    private static RestResponse<AdoptionJson.StartedJson> answer(StartAdoption.Result result) {
        return switch (result) {
            case StartAdoption.Result.Shown(var count, var refusals, var sample) ->
                    RestResponse.ok(
                            new AdoptionJson.StartedJson(
                                    count,
                                    refusals,
                                    sample.stream().map(AdoptionJson.ForeseenJson::of).toList(),
                                    null));
            case StartAdoption.Result.Started(var job) ->
                    RestResponse.status(
                            RestResponse.Status.ACCEPTED,
                            new AdoptionJson.StartedJson(
                                    job.total(), Map.of(), List.of(), job.id()));
            case StartAdoption.Result.TooMany() ->
                    throw problem(422, "too_many", "At most 100000 at once.");
            case StartAdoption.Result.OwnerOfMany() ->
                    throw problem(422, "owner_of_many", "Name one user for userId.");
            case StartAdoption.Result.NoSuchPanel() ->
                    throw Problem.notFound("panel").asException();
            case StartAdoption.Result.NoSuchPlan() ->
                    throw problem(422, "plan_not_found", "There is no such plan.");
            case StartAdoption.Result.NotOffered() -> throw notOffered();
            case StartAdoption.Result.Unavailable(var reason) -> throw unavailable(reason);
            case StartAdoption.Result.KeyReused() ->
                    throw problem(
                            422, "idempotency_key_reused", "This key was used for another deed.");
            case StartAdoption.Result.Forbidden() -> throw Problem.forbidden().asException();
            case StartAdoption.Result.StepUpRequired() ->
                    throw Problem.stepUpRequired().asException();
        };
    }

    private static ProblemException problem(int status, String code, String text) {
        return Problem.of(status, code, text).asException();
    }

    private static ProblemException notOffered() {
        return problem(409, "not_offered", "The panel is off, or its users cannot be taken over.");
    }

    private static ProblemException unavailable(String reason) {
        return problem(503, "panel_unavailable", "The panel gives no list now: " + reason);
    }
}
