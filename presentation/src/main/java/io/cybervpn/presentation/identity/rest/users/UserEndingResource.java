package io.cybervpn.presentation.identity.rest.users;

import io.cybervpn.application.identity.users.EraseUser;
import io.cybervpn.application.identity.users.MergeUsers;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.cybervpn.presentation.shared.rest.ReasonRequired;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How staff with {@code users:erase} end an account for good. */
@Path("/api/v1/admin/users/{id}")
@Tag(name = "admin-users")
@Authenticated
public final class UserEndingResource {
    private final EraseUser eraseUser;
    private final MergeUsers mergeUsers;
    private final CurrentActor actor;

    @Inject
    UserEndingResource(EraseUser eraseUser, MergeUsers mergeUsers, CurrentActor actor) {
        this.eraseUser = eraseUser;
        this.mergeUsers = mergeUsers;
        this.actor = actor;
    }

    /** R51. At once and for good; say why in {@code X-Reason}. */
    @DELETE
    @ReasonRequired
    @Operation(operationId = "adminEraseUser", summary = "Forgets a customer for good")
    @APIResponse(responseCode = "204", description = "Forgotten")
    public Uni<Void> erase(@PathParam("id") UUID id) {
        return eraseUser
                .execute(new EraseUser.Command(actor.actor(), new AccountId(id)))
                .invoke(UserEndingResource::check)
                .replaceWithVoid();
    }

    /** For good; say why in {@code X-Reason}. */
    @POST
    @Path("/merge")
    @ReasonRequired
    @Operation(operationId = "adminMergeUsers", summary = "Makes a customer part of another")
    @APIResponse(responseCode = "204", description = "They are one")
    public Uni<Void> merge(@PathParam("id") UUID id, @NotNull @Valid UserMergeJson body) {
        return mergeUsers
                .execute(
                        new MergeUsers.Command(
                                actor.actor(), new AccountId(id), new AccountId(body.into())))
                .invoke(UserEndingResource::check)
                .replaceWithVoid();
    }

    private static void check(MergeUsers.Result result) {
        switch (result) {
            case MergeUsers.Result.Done _ -> {}
            case MergeUsers.Result.Refused(var why) -> throw UserProblems.of(why);
        }
    }

    private static void check(EraseUser.Result result) {
        switch (result) {
            case EraseUser.Result.Done _ -> {}
            case EraseUser.Result.Refused(var why) -> throw UserProblems.of(why);
        }
    }
}
