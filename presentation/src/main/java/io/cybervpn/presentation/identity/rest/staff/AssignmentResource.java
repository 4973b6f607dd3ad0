package io.cybervpn.presentation.identity.rest.staff;

import io.cybervpn.application.identity.staff.ChangeAssignment;
import io.cybervpn.application.identity.staff.ShowAssignments;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.presentation.identity.rest.staff.AssignmentJson.AssignmentInputJson;
import io.cybervpn.presentation.identity.rest.staff.AssignmentJson.AssignmentListJson;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.cybervpn.presentation.shared.rest.ReasonRequired;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who has which role: {@code staff:read} to see it, {@code roles:write} to change it. */
@Path("/api/v1/admin/staff/{id}/roles")
@Tag(name = "admin-access")
@Authenticated
public final class AssignmentResource {
    private final ShowAssignments showAssignments;
    private final ChangeAssignment changeAssignment;
    private final CurrentActor actor;

    @Inject
    AssignmentResource(
            ShowAssignments showAssignments,
            ChangeAssignment changeAssignment,
            CurrentActor actor) {
        this.showAssignments = showAssignments;
        this.changeAssignment = changeAssignment;
        this.actor = actor;
    }

    /** Roles that he has, those that ended too. */
    @GET
    @Operation(operationId = "adminListStaffRoles", summary = "Lists the roles of one of the staff")
    public Uni<AssignmentListJson> list(@PathParam("id") UUID id) {
        return showAssignments
                .execute(new ShowAssignments.Command(actor.actor(), new AccountId(id)))
                .map(AssignmentResource::answer);
    }

    /** Gives a role, for good or until some time; nobody gives what he does not hold. */
    @PUT
    @Path("/{code}")
    @ReasonRequired
    @Operation(operationId = "adminAssignRole", summary = "Gives a role")
    public Uni<AssignmentListJson> assign(
            @PathParam("id") UUID id,
            @PathParam("code") String code,
            @Nullable AssignmentInputJson body) {
        return change(
                new ChangeAssignment.Command.Assign(
                        actor.actor(),
                        new AccountId(id),
                        RoleResource.role(code),
                        AssignmentInputJson.expiryOf(body)));
    }

    /** Takes a role away; 409 {@code last_super_admin} for the last one who may do everything. */
    @DELETE
    @Path("/{code}")
    @ReasonRequired
    @Operation(operationId = "adminWithdrawRole", summary = "Takes a role away")
    public Uni<AssignmentListJson> withdraw(
            @PathParam("id") UUID id, @PathParam("code") String code) {
        return change(
                new ChangeAssignment.Command.Withdraw(
                        actor.actor(), new AccountId(id), RoleResource.role(code)));
    }

    private Uni<AssignmentListJson> change(ChangeAssignment.Command command) {
        return changeAssignment.execute(command).map(AssignmentResource::answer);
    }

    private static AssignmentListJson answer(ShowAssignments.Result result) {
        return switch (result) {
            case ShowAssignments.Result.Shown(var assignments) ->
                    AssignmentListJson.of(assignments);
            case ShowAssignments.Result.Refused(var why) -> throw StaffProblems.of(why);
        };
    }

    private static AssignmentListJson answer(ChangeAssignment.Result result) {
        return switch (result) {
            case ChangeAssignment.Result.Done(var assignments) ->
                    AssignmentListJson.of(assignments);
            case ChangeAssignment.Result.Refused(var why) -> throw StaffProblems.of(why);
        };
    }
}
