package io.cybervpn.presentation.server.rest;

import io.cybervpn.application.server.OwnServers;
import io.cybervpn.application.server.OwnServers.Own;
import io.cybervpn.application.server.ShowServerStats;
import io.cybervpn.domain.server.ServerId;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.cybervpn.presentation.shared.rest.Flag;
import io.cybervpn.presentation.shared.rest.Problem;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Which servers a customer may use (R148, R149), and how they were (R150). */
@Path("/api/v1/servers")
@Authenticated
@Tag(name = "servers")
public final class ServersResource {
    private final OwnServers ownServers;
    private final ShowServerStats showServerStats;
    private final CurrentActor actor;

    @Inject
    ServersResource(OwnServers ownServers, ShowServerStats showServerStats, CurrentActor actor) {
        this.ownServers = ownServers;
        this.showServerStats = showServerStats;
        this.actor = actor;
    }

    /** All of them, also those that the plan does not lead to; at most 1000. */
    @GET
    @Operation(operationId = "listServers", summary = "Which servers may I use")
    public Uni<ServerJson.ListJson> list(
            @Parameter(description = "true: only those that can be connected to now")
                    @QueryParam("available")
                    @Schema(type = SchemaType.BOOLEAN)
                    @Nullable Flag available) {
        boolean all = available == null || !available.on();
        return own().map(
                        servers ->
                                new ServerJson.ListJson(
                                        servers.stream()
                                                .filter(own -> all || own.isAvailable())
                                                .map(ServerJson::of)
                                                .toList()));
    }

    /** One of them. */
    @GET
    @Path("/{id}")
    @Operation(operationId = "getServer", summary = "One server")
    public Uni<ServerJson> get(@PathParam("id") UUID id) {
        return own().map(servers -> find(servers, id)).map(ServerJson::of);
    }

    /** Its last thirty days, today up to now. */
    @GET
    @Path("/{id}/stats")
    @Operation(operationId = "getServerStats", summary = "How a server was for 30 days")
    public Uni<ServerStatsJson> stats(@PathParam("id") UUID id) {
        return showServerStats
                .execute(new ShowServerStats.Query(actor.actor(), new ServerId(id)))
                .map(
                        result ->
                                switch (result) {
                                    case ShowServerStats.Result.Shown shown ->
                                            ServerStatsJson.of(shown);
                                    case ShowServerStats.Result.NoSuchServer() ->
                                            throw Problem.notFound("server").asException();
                                });
    }

    private Uni<List<Own>> own() {
        return ownServers.execute(new OwnServers.Query(actor.actor()));
    }

    private static Own find(List<Own> servers, UUID id) {
        return servers.stream()
                .filter(own -> own.server().id().value().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("server").asException());
    }
}
