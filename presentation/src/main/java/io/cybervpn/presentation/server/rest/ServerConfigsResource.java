package io.cybervpn.presentation.server.rest;

import io.cybervpn.application.server.ShowServerConfigs;
import io.cybervpn.application.server.ShowServerConfigs.Query;
import io.cybervpn.application.server.ShowServerConfigs.Result;
import io.cybervpn.domain.server.ServerId;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.cybervpn.presentation.shared.rest.Problem;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** How panels configured servers over time (R182), for staff with {@code servers:read}. */
@Path("/api/v1/admin/servers/{id}/config")
@Authenticated
@Tag(name = "admin-servers")
public final class ServerConfigsResource {
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,8}");

    private final ShowServerConfigs showServerConfigs;
    private final CurrentActor actor;

    @Inject
    ServerConfigsResource(ShowServerConfigs showServerConfigs, CurrentActor actor) {
        this.showServerConfigs = showServerConfigs;
        this.actor = actor;
    }

    /** Each change, the newest first. */
    @GET
    @Operation(
            operationId = "adminListServerConfigs",
            summary = "Shows how a server was configured over time")
    public Uni<ServerConfigJson.FeedJson> list(
            @PathParam("id") UUID id,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(100) int limit) {
        return showServerConfigs
                .execute(new Query(actor.actor(), new ServerId(id), before(cursor), limit))
                .map(ServerConfigsResource::answer);
    }

    private static Optional<Integer> before(@Nullable String cursor) {
        Optional<String> given = Optional.ofNullable(cursor);
        if (given.filter(text -> !NUMBER.matcher(text).matches()).isPresent()) {
            throw Problem.invalid("/cursor", "invalid", "Not a cursor of this feed.").asException();
        }
        return given.map(Integer::valueOf);
    }

    private static ServerConfigJson.FeedJson answer(Result result) {
        return switch (result) {
            case Result.Shown(var versions, var next) ->
                    new ServerConfigJson.FeedJson(
                            versions.stream().map(ServerConfigJson::of).toList(),
                            next.map(String::valueOf).orElse(null));
            case Result.NoSuchServer() -> throw Problem.notFound("server").asException();
            case Result.Forbidden() -> throw Problem.forbidden().asException();
        };
    }
}
