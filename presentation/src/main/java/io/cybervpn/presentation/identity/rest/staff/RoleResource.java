package io.cybervpn.presentation.identity.rest.staff;

import io.cybervpn.application.identity.staff.ChangeRole;
import io.cybervpn.application.identity.staff.ListRoles;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.identity.RoleCode;
import io.cybervpn.presentation.identity.rest.staff.PermissionJson.PermissionListJson;
import io.cybervpn.presentation.identity.rest.staff.RoleJson.RoleListJson;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.cybervpn.presentation.shared.rest.Problem;
import io.cybervpn.presentation.shared.rest.ReasonRequired;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Roles for staff with {@code roles:read} and {@code roles:write} (R44, R57-R62). */
@Path("/api/v1/admin")
@Tag(name = "admin-access")
@Authenticated
public final class RoleResource {
    private final ListRoles listRoles;
    private final ChangeRole changeRole;
    private final CurrentActor actor;

    @Inject
    RoleResource(ListRoles listRoles, ChangeRole changeRole, CurrentActor actor) {
        this.listRoles = listRoles;
        this.changeRole = changeRole;
        this.actor = actor;
    }

    /** Everything that a role can be made of. */
    @GET
    @Path("/permissions")
    @Operation(operationId = "adminListPermissions", summary = "Lists all permissions")
    public PermissionListJson permissions() {
        if (!actor.actor().may(Permission.ROLES_READ)) {
            throw Problem.forbidden().asException();
        }
        return PermissionListJson.all();
    }

    /** Built-in roles first. */
    @GET
    @Path("/roles")
    @Operation(operationId = "adminListRoles", summary = "Lists all roles")
    public Uni<RoleListJson> list() {
        return listRoles.execute(actor.actor()).map(RoleResource::answer);
    }

    /** A role of the shop's own, of permissions that the caller holds; 409 {@code code_taken}. */
    @POST
    @Path("/roles")
    @ReasonRequired
    @Operation(operationId = "adminCreateRole", summary = "Makes a role")
    @APIResponse(responseCode = "201", description = "Created")
    @ResponseStatus(201)
    public Uni<RoleJson> create(@NotNull RoleInputJson body) {
        RoleInputJson.Sound sound = body.checked();
        RoleCode code =
                body.roleCode()
                        .orElseThrow(
                                () ->
                                        Problem.invalid(
                                                        "/code",
                                                        "invalid",
                                                        "2 to 40 of a-z, 0-9 and _, a letter first.")
                                                .asException());
        return change(
                new ChangeRole.Command.Create(
                        actor.actor(), code, sound.name(), sound.permissions()));
    }

    /** The whole role as it shall be, with the version that was seen; 412 when it is stale. */
    @PUT
    @Path("/roles/{code}")
    @ReasonRequired
    @Operation(operationId = "adminEditRole", summary = "Edits a role")
    public Uni<RoleJson> edit(@PathParam("code") String code, @NotNull RoleInputJson body) {
        RoleInputJson.Sound sound = body.checked();
        Long version = body.version();
        if (version == null) {
            throw Problem.invalid("/version", "required", "The version you saw.").asException();
        }
        return change(
                new ChangeRole.Command.Edit(
                        actor.actor(), role(code), sound.name(), sound.permissions(), version));
    }

    /** Away with a role that nobody has; 409 {@code role_in_use} else. */
    @DELETE
    @Path("/roles/{code}")
    @ReasonRequired
    @Operation(operationId = "adminDeleteRole", summary = "Removes a role that nobody has")
    @APIResponse(responseCode = "204", description = "Removed")
    public Uni<Void> delete(@PathParam("code") String code) {
        return change(new ChangeRole.Command.Remove(actor.actor(), role(code))).replaceWithVoid();
    }

    private Uni<RoleJson> change(ChangeRole.Command command) {
        return changeRole.execute(command).map(RoleResource::answer);
    }

    static RoleCode role(String code) {
        return RoleCode.parse(code).orElseThrow(() -> Problem.notFound("role").asException());
    }

    private static RoleListJson answer(ListRoles.Result result) {
        return switch (result) {
            case ListRoles.Result.Listed(var roles) -> RoleListJson.of(roles);
            case ListRoles.Result.Forbidden() -> throw Problem.forbidden().asException();
        };
    }

    private static RoleJson answer(ChangeRole.Result result) {
        return switch (result) {
            case ChangeRole.Result.Done(var role) -> RoleJson.of(role);
            case ChangeRole.Result.Refused(var why) -> throw StaffProblems.of(why);
        };
    }
}
