package io.cybervpn.presentation.server.rest;

import io.cybervpn.application.server.EditServer;
import io.cybervpn.application.server.ListServers;
import io.cybervpn.application.server.ViewServer;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.server.ServerId;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.cybervpn.presentation.shared.rest.PageParams;
import io.cybervpn.presentation.shared.rest.Problem;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Servers for staff (R154, R155): {@code servers:read}, and {@code servers:write} to edit. */
@Path("/api/v1/admin/servers")
@Authenticated
@Tag(name = "admin-servers")
public final class AdminServersResource {
    private final ListServers listServers;
    private final ViewServer viewServer;
    private final EditServer editServer;
    private final CurrentActor actor;

    @Inject
    AdminServersResource(
            ListServers listServers,
            ViewServer viewServer,
            EditServer editServer,
            CurrentActor actor) {
        this.listServers = listServers;
        this.viewServer = viewServer;
        this.editServer = editServer;
        this.actor = actor;
    }

    /** All servers, gone ones too, and how many there are of all. */
    @GET
    @Operation(operationId = "adminListServers", summary = "Lists servers")
    public Uni<AdminServerJson.PageJson> list(
            @Valid @BeanParam ServerFilterParams filter, @Valid @BeanParam PageParams page) {
        return listServers
                .execute(filter.query(actor.actor(), page))
                .map(
                        result ->
                                switch (result) {
                                    case ListServers.Result.Listed(var found, var tally) ->
                                            AdminServerJson.PageJson.of(found, tally);
                                    case ListServers.Result.Forbidden() ->
                                            throw Problem.forbidden().asException();
                                });
    }

    /** One. */
    @GET
    @Path("/{id}")
    @Operation(operationId = "adminGetServer", summary = "Shows a server")
    public Uni<AdminServerJson> get(@PathParam("id") UUID id) {
        return viewServer
                .execute(new ViewServer.Query(actor.actor(), new ServerId(id)))
                .map(AdminServersResource::answer);
    }

    static AdminServerJson answer(ViewServer.Result result) {
        return switch (result) {
            case ViewServer.Result.Found(var server) -> AdminServerJson.of(server);
            case ViewServer.Result.NoSuchServer() -> throw Problem.notFound("server").asException();
            case ViewServer.Result.Forbidden() -> throw Problem.forbidden().asException();
        };
    }

    /** How it is shown. */
    @PATCH
    @Path("/{id}")
    @Operation(
            operationId = "adminEditServer",
            summary = "Changes name, position, visibility, capacity and place of a server")
    public Uni<AdminServerJson> edit(
            @PathParam("id") UUID id, @NotNull @Valid ServerEditJson body) {
        if (!actor.actor().may(Permission.SERVERS_WRITE)) {
            throw Problem.forbidden().asException();
        }
        return editServer
                .execute(
                        new EditServer.Command(
                                actor.actor(), new ServerId(id), body.version(), body.toEdit()))
                .invoke(AdminServersResource::refuseUnlessEdited)
                .chain(() -> get(id));
    }

    private static void refuseUnlessEdited(EditServer.Result result) {
        switch (result) {
            case EditServer.Result.Edited() -> {}
            case EditServer.Result.Stale(var current) ->
                    throw Problem.of(412, "version_stale", "Somebody edited it; look again.")
                            .withParams(Map.of("currentVersion", String.valueOf(current)))
                            .asException();
            case EditServer.Result.NoSuchServer() -> throw Problem.notFound("server").asException();
            case EditServer.Result.Forbidden() -> throw Problem.forbidden().asException();
        }
    }
}
