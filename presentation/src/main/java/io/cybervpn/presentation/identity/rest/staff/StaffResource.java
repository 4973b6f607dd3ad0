package io.cybervpn.presentation.identity.rest.staff;

import io.cybervpn.application.identity.InviteStaff;
import io.cybervpn.application.identity.staff.ChangeStaffStatus;
import io.cybervpn.application.identity.staff.ListStaff;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.AccountStatus;
import io.cybervpn.domain.identity.RoleCode;
import io.cybervpn.presentation.identity.rest.staff.StaffJson.InvitationInputJson;
import io.cybervpn.presentation.identity.rest.staff.StaffJson.InvitationJson;
import io.cybervpn.presentation.identity.rest.staff.StaffJson.StaffListJson;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.cybervpn.presentation.shared.rest.Problem;
import io.cybervpn.presentation.shared.rest.ReasonRequired;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Who works for the shop: {@code staff:read} to see it, {@code staff:write} to change it. */
@Path("/api/v1/admin/staff")
@Tag(name = "admin-access")
@Authenticated
public final class StaffResource {
    private static final int ROLES_MAX = 20;

    private final ListStaff listStaff;
    private final InviteStaff inviteStaff;
    private final ChangeStaffStatus changeStatus;
    private final CurrentActor actor;

    @Inject
    StaffResource(
            ListStaff listStaff,
            InviteStaff inviteStaff,
            ChangeStaffStatus changeStatus,
            CurrentActor actor) {
        this.listStaff = listStaff;
        this.inviteStaff = inviteStaff;
        this.changeStatus = changeStatus;
        this.actor = actor;
    }

    /** Everybody with the roles that count now: the report of who may what (R66). */
    @GET
    @Operation(operationId = "adminListStaff", summary = "Lists the staff with their roles")
    public Uni<StaffListJson> list() {
        return listStaff.execute(actor.actor()).map(StaffResource::answer);
    }

    /** The answer holds the secret to hand over; it is shown this once and good for three days. */
    @POST
    @Path("/invitations")
    @ReasonRequired
    @Operation(operationId = "adminInviteStaff", summary = "Invites somebody to the staff")
    @APIResponse(responseCode = "201", description = "Invited")
    @ResponseStatus(201)
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    public Uni<InvitationJson> invite(@NotNull InvitationInputJson body) {
        String email = body.email();
        return inviteStaff
                .execute(
                        new InviteStaff.Command(
                                actor.actor(), email == null ? "" : email, roles(body.roles())))
                .map(StaffResource::answer);
    }

    /** He may do nothing any more; 409 {@code last_super_admin}, {@code oneself}. */
    @POST
    @Path("/{id}/disable")
    @ReasonRequired
    @Operation(
            operationId = "adminDisableStaff",
            summary = "Takes all rights from one of the staff")
    @APIResponse(responseCode = "204", description = "Disabled")
    public Uni<Void> disable(@PathParam("id") UUID id) {
        return change(id, AccountStatus.BLOCKED);
    }

    /** He may again what his roles allow. */
    @POST
    @Path("/{id}/enable")
    @ReasonRequired
    @Operation(operationId = "adminEnableStaff", summary = "Gives the rights back")
    @APIResponse(responseCode = "204", description = "Enabled")
    public Uni<Void> enable(@PathParam("id") UUID id) {
        return change(id, AccountStatus.ACTIVE);
    }

    private Uni<Void> change(UUID id, AccountStatus status) {
        return changeStatus
                .execute(new ChangeStaffStatus.Command(actor.actor(), new AccountId(id), status))
                .invoke(StaffResource::check)
                .replaceWithVoid();
    }

    private static Set<RoleCode> roles(@Nullable List<@Nullable String> codes) {
        if (codes == null || codes.size() > ROLES_MAX) {
            throw Problem.invalid("/roles", "invalid", "At most 20 codes of roles.").asException();
        }
        return codes.stream().map(StaffResource::role).collect(Collectors.toSet());
    }

    private static RoleCode role(@Nullable String code) {
        return RoleCode.parse(String.valueOf(code))
                .orElseThrow(
                        () ->
                                Problem.invalid("/roles", "unknown", "There is no such role.")
                                        .asException());
    }

    private static StaffListJson answer(ListStaff.Result result) {
        return switch (result) {
            case ListStaff.Result.Listed(var staff) -> StaffListJson.of(staff);
            case ListStaff.Result.Forbidden() -> throw Problem.forbidden().asException();
        };
    }

    private static InvitationJson answer(InviteStaff.Result result) {
        return switch (result) {
            case InviteStaff.Result.Invited(var secret, var expiresAt) ->
                    new InvitationJson(secret, expiresAt);
            case InviteStaff.Result.BadEmail() ->
                    throw Problem.invalid("/email", "invalid", "This is not an e-mail address.")
                            .asException();
            case InviteStaff.Result.Refused(var why) -> throw StaffProblems.of(why);
        };
    }

    private static void check(ChangeStaffStatus.Result result) {
        switch (result) {
            case ChangeStaffStatus.Result.Done _ -> {}
            case ChangeStaffStatus.Result.Refused(var why) -> throw StaffProblems.of(why);
        }
    }
}
