package io.cybervpn.presentation.server.rest;

import io.cybervpn.application.server.BeginMaintenance;
import io.cybervpn.application.server.EndMaintenance;
import io.cybervpn.application.server.SteerServer;
import io.cybervpn.application.server.ViewServer;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.server.ServerId;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.cybervpn.presentation.shared.rest.Problem;
import io.cybervpn.presentation.shared.rest.ReasonRequired;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What staff do to servers, with a reason: {@code servers:write}. */
@Path("/api/v1/admin/servers/{id}")
@Authenticated
@ReasonRequired
@Tag(name = "admin-servers")
public final class ServerDeedsResource {
    private final SteerServer steerServer;
    private final BeginMaintenance beginMaintenance;
    private final EndMaintenance endMaintenance;
    private final ViewServer viewServer;
    private final CurrentActor actor;

    @Inject
    ServerDeedsResource(
            SteerServer steerServer,
            BeginMaintenance beginMaintenance,
            EndMaintenance endMaintenance,
            ViewServer viewServer,
            CurrentActor actor) {
        this.steerServer = steerServer;
        this.beginMaintenance = beginMaintenance;
        this.endMaintenance = endMaintenance;
        this.viewServer = viewServer;
        this.actor = actor;
    }

    /** Has the panel switch the node on; it may take moments until it is connected. */
    @POST
    @Path("/enable")
    @Operation(operationId = "adminEnableServer", summary = "Switches a server on")
    public Uni<AdminServerJson> enable(@PathParam("id") UUID id) {
        return steer(id, SteerServer.Deed.ENABLE);
    }

    /** Has the panel switch the node off. */
    @POST
    @Path("/disable")
    @Operation(operationId = "adminDisableServer", summary = "Switches a server off")
    public Uni<AdminServerJson> disable(@PathParam("id") UUID id) {
        return steer(id, SteerServer.Deed.DISABLE);
    }

    /** Has the panel restart the node, which cuts its users off. */
    @POST
    @Path("/restart")
    @Operation(operationId = "adminRestartServer", summary = "Restarts a server")
    public Uni<AdminServerJson> restart(@PathParam("id") UUID id) {
        return steer(id, SteerServer.Deed.RESTART);
    }

    private Uni<AdminServerJson> steer(UUID id, SteerServer.Deed deed) {
        return steerServer
                .execute(new SteerServer.Command(actor.actor(), new ServerId(id), deed))
                .invoke(ServerDeedsResource::refuseUnlessDone)
                .chain(() -> view(id));
    }

    private static void refuseUnlessDone(SteerServer.Result result) {
        switch (result) {
            case SteerServer.Result.Done() -> {}
            case SteerServer.Result.OutcomeUnknown() ->
                    throw Problem.retryable(
                                    503,
                                    "outcome_unknown",
                                    "The panel gave no answer. Perhaps it was done: look again.")
                            .asException();
            case SteerServer.Result.Refused(var message) ->
                    throw Problem.of(409, "panel_refused", "The panel refuses it.")
                            .withParams(Map.of("message", message))
                            .asException();
            case SteerServer.Result.Gone() ->
                    throw Problem.of(409, "server_gone", "The panel has no such node any more.")
                            .asException();
            case SteerServer.Result.NoSuchServer() ->
                    throw Problem.notFound("server").asException();
            case SteerServer.Result.Forbidden() -> throw Problem.forbidden().asException();
        }
    }

    /** From now on it is in maintenance. Again: another message or end. */
    @POST
    @Path("/maintenance")
    @Operation(operationId = "adminBeginMaintenance", summary = "Begins a maintenance of a server")
    public Uni<AdminServerJson> begin(
            @PathParam("id") UUID id, @NotNull @Valid MaintenanceRequestJson body) {
        if (!actor.actor().may(Permission.SERVERS_WRITE)) {
            throw Problem.forbidden().asException();
        }
        return beginMaintenance
                .execute(
                        new BeginMaintenance.Command(
                                actor.actor(),
                                new ServerId(id),
                                message(body),
                                Optional.ofNullable(body.expectedEndAt()),
                                body.announce()))
                .invoke(ServerDeedsResource::refuseUnlessBegun)
                .chain(() -> view(id));
    }

    /** Looked at after the permission: who may not is told that alone. */
    private static String message(MaintenanceRequestJson body) {
        String message = body.message().replace("\0", "").strip();
        if (message.isEmpty()) {
            throw Problem.invalid("/message", "blank", "Customers want to know why.").asException();
        }
        return message;
    }

    private static void refuseUnlessBegun(BeginMaintenance.Result result) {
        switch (result) {
            case BeginMaintenance.Result.Begun() -> {}
            case BeginMaintenance.Result.EndIsPast() ->
                    throw Problem.invalid("/expectedEndAt", "past", "It would be over already.")
                            .asException();
            case BeginMaintenance.Result.NoSuchServer() ->
                    throw Problem.notFound("server").asException();
            case BeginMaintenance.Result.Forbidden() -> throw Problem.forbidden().asException();
        }
    }

    /** It is again what was seen of it meanwhile. */
    @POST
    @Path("/end-maintenance")
    @Operation(operationId = "adminEndMaintenance", summary = "Ends a maintenance of a server")
    public Uni<AdminServerJson> end(@PathParam("id") UUID id) {
        return endMaintenance
                .execute(new EndMaintenance.Command(actor.actor(), new ServerId(id)))
                .invoke(ServerDeedsResource::refuseUnlessEnded)
                .chain(() -> view(id));
    }

    private static void refuseUnlessEnded(EndMaintenance.Result result) {
        switch (result) {
            case ENDED -> {}
            case NOT_IN_MAINTENANCE ->
                    throw Problem.of(409, "not_in_maintenance", "It is not in maintenance.")
                            .asException();
            case NO_SUCH_SERVER -> throw Problem.notFound("server").asException();
            case FORBIDDEN -> throw Problem.forbidden().asException();
        }
    }

    private Uni<AdminServerJson> view(UUID id) {
        return viewServer
                .execute(new ViewServer.Query(actor.actor(), new ServerId(id)))
                .map(AdminServersResource::answer);
    }
}
