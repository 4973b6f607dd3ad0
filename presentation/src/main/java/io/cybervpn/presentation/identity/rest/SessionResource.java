package io.cybervpn.presentation.identity.rest;

import io.cybervpn.application.identity.ListSessions;
import io.cybervpn.application.identity.RevokeSessions;
import io.cybervpn.domain.identity.SessionId;
import io.cybervpn.domain.identity.repository.OpenSessions.Which;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.cybervpn.presentation.shared.rest.Problem;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where one is logged in (R232): everybody's own sessions and nobody else's. */
@Path("/api/v1/sessions")
@Tag(name = "sessions")
@Authenticated
public final class SessionResource {
    private final ListSessions listSessions;
    private final RevokeSessions revokeSessions;
    private final CurrentActor actor;

    @Inject
    SessionResource(ListSessions listSessions, RevokeSessions revokeSessions, CurrentActor actor) {
        this.listSessions = listSessions;
        this.revokeSessions = revokeSessions;
        this.actor = actor;
    }

    /** At most 200, the newest use first. */
    @GET
    @Operation(operationId = "listSessions", summary = "Shows where one is logged in")
    public Uni<SessionListJson> list() {
        return listSessions
                .execute(actor.account())
                .map(
                        seen ->
                                new SessionListJson(
                                        seen.stream()
                                                .map(one -> SessionJson.of(one, actor.session()))
                                                .toList()));
    }

    /** Logs out elsewhere, or here; 404 when it is over already or somebody else's. */
    @DELETE
    @Path("/{id}")
    @Operation(operationId = "revokeSession", summary = "Ends one of one's own sessions")
    @APIResponse(responseCode = "204", description = "Ended")
    public Uni<Void> revoke(@PathParam("id") UUID id) {
        return revokeSessions
                .execute(
                        new RevokeSessions.Command(
                                actor.account(), new Which.One(new SessionId(id))))
                .invoke(SessionResource::refuseIfNone)
                .replaceWithVoid();
    }

    /** Logs out everywhere, or everywhere else. Repeatable. */
    @POST
    @Path("/revoke-all")
    @Operation(operationId = "revokeAllSessions", summary = "Ends all of one's own sessions")
    public Uni<RevokedJson> revokeAll(
            @Parameter(description = "true: the session of this request goes on")
                    @QueryParam("exceptCurrent")
                    @DefaultValue("false")
                    boolean exceptCurrent) {
        Which which =
                actor.session()
                        .filter(_ -> exceptCurrent)
                        .<Which>map(Which.Others::new)
                        .orElseGet(Which.All::new);
        return revokeSessions
                .execute(new RevokeSessions.Command(actor.account(), which))
                .map(RevokedJson::new);
    }

    private static void refuseIfNone(int ended) {
        if (ended == 0) {
            throw Problem.notFound("session").asException();
        }
    }
}
