package io.cybervpn.presentation.identity.rest.users;

import io.cybervpn.application.identity.users.UserRefusal;
import io.cybervpn.application.identity.users.WatchSessions;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.SessionId;
import io.cybervpn.domain.identity.repository.OpenSessions.Which;
import io.cybervpn.presentation.identity.rest.users.UserJson.UserSessionListJson;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Sessions of a customer: {@code users:read} to see, {@code users:block} to end. */
@Path("/api/v1/admin/users/{id}/sessions")
@Tag(name = "admin-users")
@Authenticated
public final class UserSessionResource {
    private final WatchSessions watchSessions;
    private final CurrentActor actor;

    @Inject
    UserSessionResource(WatchSessions watchSessions, CurrentActor actor) {
        this.watchSessions = watchSessions;
        this.actor = actor;
    }

    /** The open ones, the newest use first. */
    @GET
    @Operation(
            operationId = "adminListUserSessions",
            summary = "Shows where a customer is logged in")
    public Uni<UserSessionListJson> list(@PathParam("id") UUID id) {
        return watchSessions
                .execute(new WatchSessions.Command.Look(actor.actor(), new AccountId(id)))
                .map(UserSessionResource::sessions);
    }

    /** Its tokens are good no more with the next request. */
    @DELETE
    @Path("/{sessionId}")
    @Operation(operationId = "adminEndUserSession", summary = "Ends a session of a customer")
    @APIResponse(responseCode = "204", description = "Ended")
    public Uni<Void> end(@PathParam("id") UUID id, @PathParam("sessionId") UUID sessionId) {
        return end(id, new Which.One(new SessionId(sessionId)))
                .invoke(UserSessionResource::refuseIfNone)
                .replaceWithVoid();
    }

    /** Repeatable. */
    @POST
    @Path("/revoke-all")
    @Operation(operationId = "adminEndUserSessions", summary = "Ends all sessions of a customer")
    @APIResponse(responseCode = "204", description = "Ended")
    public Uni<Void> endAll(@PathParam("id") UUID id) {
        return end(id, new Which.All()).replaceWithVoid();
    }

    private Uni<Integer> end(UUID id, Which which) {
        return watchSessions
                .execute(new WatchSessions.Command.End(actor.actor(), new AccountId(id), which))
                .map(UserSessionResource::ended);
    }

    private static void refuseIfNone(int ended) {
        if (ended == 0) {
            throw UserProblems.of(UserRefusal.NO_SUCH_SESSION);
        }
    }

    private static UserSessionListJson sessions(WatchSessions.Result result) {
        return switch (result) {
            case WatchSessions.Result.Sessions(var sessions) -> UserSessionListJson.of(sessions);
            case WatchSessions.Result.Ended _ -> UserSessionListJson.of(List.of());
            case WatchSessions.Result.Refused(var why) -> throw UserProblems.of(why);
        };
    }

    private static int ended(WatchSessions.Result result) {
        return switch (result) {
            case WatchSessions.Result.Ended(var sessions) -> sessions.size();
            case WatchSessions.Result.Sessions _ -> 0;
            case WatchSessions.Result.Refused(var why) -> throw UserProblems.of(why);
        };
    }
}
