package io.cybervpn.presentation.catalogue.rest;

import io.cybervpn.application.catalogue.ListAllAddOns;
import io.cybervpn.application.catalogue.PutAddOn;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.cybervpn.presentation.shared.rest.Problem;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Add-ons for staff with {@code catalogue:read} and {@code catalogue:write}. */
@Path("/api/v1/admin/add-ons")
@Tag(name = "admin-catalogue")
@Authenticated
public final class AdminAddOnResource {
    private final ListAllAddOns listAllAddOns;
    private final PutAddOn putAddOn;
    private final CurrentActor actor;

    @Inject
    AdminAddOnResource(ListAllAddOns listAllAddOns, PutAddOn putAddOn, CurrentActor actor) {
        this.listAllAddOns = listAllAddOns;
        this.putAddOn = putAddOn;
        this.actor = actor;
    }

    /** All, also those that are not for sale. */
    @GET
    @Operation(operationId = "adminListAddOns", summary = "Lists all add-ons")
    public Uni<AdminAddOnJson.Listed> list() {
        return listAllAddOns
                .execute(new ListAllAddOns.Query(actor.actor()))
                .map(AdminAddOnResource::answer);
    }

    /**
     * A new one of this id, or in place of what it was; 409 {@code code_taken}, 412 {@code
     * version_stale}.
     */
    @PUT
    @Path("/{id}")
    @Operation(
            operationId = "adminPutAddOn",
            summary = "Adds or replaces an add-on",
            description =
                    "The id is the caller's choice. The version is the one that the caller"
                            + " saw, 0 for a new add-on; 412 when somebody wrote meanwhile. An add-on that is not active is not sold; what"
                            + " was sold before stays as it was sold.")
    public Uni<AdminAddOnJson> put(@PathParam("id") UUID id, @NotNull @Valid AddOnInputJson body) {
        return putAddOn.execute(new PutAddOn.Command(actor.actor(), body.toDraft(id)))
                .map(AdminAddOnResource::answer);
    }

    private static AdminAddOnJson.Listed answer(ListAllAddOns.Result result) {
        return switch (result) {
            case ListAllAddOns.Result.Listed(var addOns) ->
                    new AdminAddOnJson.Listed(addOns.stream().map(AdminAddOnJson::of).toList());
            case ListAllAddOns.Result.Forbidden() -> throw Problem.forbidden().asException();
        };
    }

    private static AdminAddOnJson answer(PutAddOn.Result result) {
        return switch (result) {
            case PutAddOn.Result.Stored(var addOn) -> AdminAddOnJson.of(addOn);
            case PutAddOn.Result.CodeTaken() -> throw CatalogueProblems.codeTaken();
            case PutAddOn.Result.Stale(var current) -> throw CatalogueProblems.stale(current);
            case PutAddOn.Result.Invalid(var flaws) -> throw CatalogueProblems.invalid(flaws);
            case PutAddOn.Result.Forbidden() -> throw Problem.forbidden().asException();
        };
    }
}
