package io.cybervpn.presentation.identity.rest.users;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cybervpn.application.identity.users.ChangeUserStatus;
import io.cybervpn.application.identity.users.EditUser;
import io.cybervpn.application.identity.users.UserRefusal;
import io.cybervpn.application.identity.users.ViewUser;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.AccountStatus;
import io.cybervpn.domain.identity.ProfileChange;
import io.cybervpn.presentation.identity.rest.ProfilePatch;
import io.cybervpn.presentation.identity.rest.users.UserJson.UserEditJson;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.cybervpn.presentation.shared.rest.ReasonRequired;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** One customer, for staff with {@code users:read}, {@code users:write}, {@code users:block}. */
@Path("/api/v1/admin/users/{id}")
@Tag(name = "admin-users")
@Authenticated
public final class UserResource {
    private final ViewUser viewUser;
    private final EditUser editUser;
    private final ChangeUserStatus changeStatus;
    private final CurrentActor actor;

    @Inject
    UserResource(
            ViewUser viewUser,
            EditUser editUser,
            ChangeUserStatus changeStatus,
            CurrentActor actor) {
        this.viewUser = viewUser;
        this.editUser = editUser;
        this.changeStatus = changeStatus;
        this.actor = actor;
    }

    /** R49. */
    @GET
    @Operation(operationId = "adminGetUser", summary = "Shows a customer")
    public Uni<UserJson> get(@PathParam("id") UUID id) {
        return viewUser.execute(new ViewUser.Command(actor.actor(), new AccountId(id)))
                .map(UserResource::answer);
    }

    /** R50. A JSON merge patch: what is missing stays as it is. */
    @PATCH
    @Operation(operationId = "adminEditUser", summary = "Edits a customer")
    @RequestBody(content = @Content(schema = @Schema(implementation = UserEditJson.class)))
    public Uni<UserJson> edit(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable ObjectNode body) {
        if (!actor.actor().may(Permission.USERS_WRITE)) {
            throw UserProblems.of(UserRefusal.FORBIDDEN);
        }
        ProfilePatch patch = ProfilePatch.of(body, ifMatch, Set.of(UserEditJson.TAGS));
        return editUser.execute(
                        new EditUser.Command(
                                actor.actor(),
                                new AccountId(id),
                                patch.version(),
                                patch.change(ProfileChange::flawsForAnother),
                                UserEditJson.tagsIn(Objects.requireNonNull(body))))
                .map(UserResource::answer);
    }

    /** R52. His sessions end at once; say why in {@code X-Reason}. */
    @POST
    @Path("/block")
    @ReasonRequired
    @Operation(operationId = "adminBlockUser", summary = "Blocks a customer")
    @APIResponse(responseCode = "204", description = "Blocked")
    public Uni<Void> block(@PathParam("id") UUID id) {
        return change(id, AccountStatus.BLOCKED);
    }

    /** R52. Say why in {@code X-Reason}. */
    @POST
    @Path("/unblock")
    @ReasonRequired
    @Operation(operationId = "adminUnblockUser", summary = "Lets a customer in again")
    @APIResponse(responseCode = "204", description = "Unblocked")
    public Uni<Void> unblock(@PathParam("id") UUID id) {
        return change(id, AccountStatus.ACTIVE);
    }

    private Uni<Void> change(UUID id, AccountStatus status) {
        return changeStatus
                .execute(new ChangeUserStatus.Command(actor.actor(), new AccountId(id), status))
                .invoke(UserResource::check)
                .replaceWithVoid();
    }

    private static UserJson answer(ViewUser.Result result) {
        return switch (result) {
            case ViewUser.Result.Shown(var card) -> UserJson.of(card);
            case ViewUser.Result.Refused(var why) -> throw UserProblems.of(why);
        };
    }

    private static UserJson answer(EditUser.Result result) {
        return switch (result) {
            case EditUser.Result.Edited(var card) -> UserJson.of(card);
            case EditUser.Result.Invalid(var flaws) -> throw ProfilePatch.invalid(flaws);
            case EditUser.Result.Refused(var why) -> throw UserProblems.of(why);
        };
    }

    private static void check(ChangeUserStatus.Result result) {
        switch (result) {
            case ChangeUserStatus.Result.Done _ -> {}
            case ChangeUserStatus.Result.Refused(var why) -> throw UserProblems.of(why);
        }
    }
}
