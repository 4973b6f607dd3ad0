package io.cybervpn.presentation.catalogue.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cybervpn.application.catalogue.CreatePlan;
import io.cybervpn.application.catalogue.DeletePlan;
import io.cybervpn.application.catalogue.EditPlan;
import io.cybervpn.application.catalogue.ListAllPlans;
import io.cybervpn.application.catalogue.PlanDraft;
import io.cybervpn.application.catalogue.PlanView;
import io.cybervpn.application.catalogue.ShowPlan;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.cybervpn.presentation.shared.rest.PageParams;
import io.cybervpn.presentation.shared.rest.Problem;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Plans for staff with {@code catalogue:read} and {@code catalogue:write} (R19). */
@Path("/api/v1/admin/plans")
@Tag(name = "admin-catalogue")
@Authenticated
public final class AdminPlanResource {
    private final ListAllPlans listAllPlans;
    private final ShowPlan showPlan;
    private final CreatePlan createPlan;
    private final EditPlan editPlan;
    private final DeletePlan deletePlan;
    private final CurrentActor actor;
    private final ObjectMapper mapper;

    @Inject
    AdminPlanResource(
            ListAllPlans listAllPlans,
            ShowPlan showPlan,
            CreatePlan createPlan,
            EditPlan editPlan,
            DeletePlan deletePlan,
            CurrentActor actor,
            ObjectMapper mapper) {
        this.listAllPlans = listAllPlans;
        this.showPlan = showPlan;
        this.createPlan = createPlan;
        this.editPlan = editPlan;
        this.deletePlan = deletePlan;
        this.actor = actor;
        this.mapper = mapper;
    }

    /** A page in the shop's order, on sale or not. */
    @GET
    @Operation(operationId = "adminListPlans", summary = "Lists all plans")
    public Uni<AdminPlanPageJson> list(@Valid @BeanParam PageParams page) {
        return listAllPlans
                .execute(new ListAllPlans.Command(actor.actor(), page.toRequest()))
                .map(AdminPlanResource::answer);
    }

    /** One plan with its version. */
    @GET
    @Path("/{id}")
    @Operation(operationId = "adminGetPlan", summary = "Shows a plan")
    public Uni<AdminPlanJson> get(@PathParam("id") UUID id) {
        return show(id).map(AdminPlanJson::of);
    }

    /** A new plan; 409 {@code code_taken}. */
    @POST
    @Operation(operationId = "adminCreatePlan", summary = "Adds a plan")
    @APIResponse(responseCode = "201", description = "Created")
    @ResponseStatus(201)
    public Uni<AdminPlanJson> create(@NotNull PlanInputJson body) {
        return createPlan
                .execute(new CreatePlan.Command(actor.actor(), body.toDraft()))
                .map(AdminPlanResource::answer);
    }

    /** An edit as JSON merge patch with the version that was seen; 412 when it is stale. */
    @PATCH
    @Path("/{id}")
    @Operation(operationId = "adminEditPlan", summary = "Edits a plan")
    public Uni<AdminPlanJson> edit(
            @PathParam("id") UUID id,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = PlanPatchJson.class)))
                    @Nullable ObjectNode body) {
        if (!actor.actor().may(Permission.CATALOGUE_WRITE)) {
            throw Problem.forbidden().asException();
        }
        MergePatch patch = MergePatch.of(body);
        return show(id).chain(current -> edit(current, patch)).map(AdminPlanResource::answer);
    }

    /** Away with a plan that nobody ever ordered; 409 {@code plan_in_use} else. */
    @DELETE
    @Path("/{id}")
    @Operation(operationId = "adminDeletePlan", summary = "Removes a plan that was never ordered")
    @APIResponse(responseCode = "204", description = "Removed")
    public Uni<Void> delete(@PathParam("id") UUID id) {
        return deletePlan
                .execute(new DeletePlan.Command(actor.actor(), new PlanId(id)))
                .invoke(AdminPlanResource::check)
                .replaceWithVoid();
    }

    private Uni<PlanView> show(UUID id) {
        return showPlan.execute(new ShowPlan.Command(actor.actor(), new PlanId(id)))
                .map(AdminPlanResource::answer);
    }

    private Uni<EditPlan.Result> edit(PlanView current, MergePatch patch) {
        PlanDraft draft =
                patch.applyTo(PlanInputJson.of(current), PlanInputJson.class, mapper).toDraft();
        return editPlan.execute(
                new EditPlan.Command(actor.actor(), current.id(), patch.version(), draft));
    }

    private static AdminPlanPageJson answer(ListAllPlans.Result result) {
        return switch (result) {
            case ListAllPlans.Result.Listed(var page) -> AdminPlanPageJson.of(page);
            case ListAllPlans.Result.Forbidden() -> throw Problem.forbidden().asException();
        };
    }

    private static PlanView answer(ShowPlan.Result result) {
        return switch (result) {
            case ShowPlan.Result.Shown(var plan) -> plan;
            case ShowPlan.Result.NoSuchPlan() -> throw Problem.notFound("plan").asException();
            case ShowPlan.Result.Forbidden() -> throw Problem.forbidden().asException();
        };
    }

    private static AdminPlanJson answer(CreatePlan.Result result) {
        return switch (result) {
            case CreatePlan.Result.Created(var plan) -> AdminPlanJson.of(plan);
            case CreatePlan.Result.CodeTaken() -> throw CatalogueProblems.codeTaken();
            case CreatePlan.Result.Invalid(var flaws) -> throw CatalogueProblems.invalid(flaws);
            case CreatePlan.Result.Forbidden() -> throw Problem.forbidden().asException();
        };
    }

    private static AdminPlanJson answer(EditPlan.Result result) {
        return switch (result) {
            case EditPlan.Result.Edited(var plan) -> AdminPlanJson.of(plan);
            case EditPlan.Result.NoSuchPlan() -> throw Problem.notFound("plan").asException();
            case EditPlan.Result.Stale(var current) -> throw CatalogueProblems.stale(current);
            case EditPlan.Result.CodeTaken() -> throw CatalogueProblems.codeTaken();
            case EditPlan.Result.Invalid(var flaws) -> throw CatalogueProblems.invalid(flaws);
            case EditPlan.Result.Forbidden() -> throw Problem.forbidden().asException();
        };
    }

    private static void check(DeletePlan.Result result) {
        switch (result) {
            case DeletePlan.Result.Deleted() -> {}
            case DeletePlan.Result.NoSuchPlan() -> throw Problem.notFound("plan").asException();
            case DeletePlan.Result.InUse() -> throw CatalogueProblems.planInUse();
            case DeletePlan.Result.Forbidden() -> throw Problem.forbidden().asException();
        }
    }
}
