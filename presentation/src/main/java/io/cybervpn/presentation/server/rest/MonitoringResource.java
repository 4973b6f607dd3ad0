package io.cybervpn.presentation.server.rest;

import io.cybervpn.application.server.CheckHealth;
import io.cybervpn.application.server.ShowBandwidth;
import io.cybervpn.application.server.ShowMonitoring;
import io.cybervpn.application.server.port.ServerSamples.Step;
import io.cybervpn.domain.server.ServerId;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.cybervpn.presentation.shared.rest.Problem;
import io.cybervpn.presentation.shared.rest.QueryTime;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Health of parts and figures of servers (R151), for staff with {@code monitoring:read}. */
@Path("/api/v1/monitoring")
@Authenticated
@Tag(name = "monitoring")
public final class MonitoringResource {
    private static final Duration SPAN = Duration.ofDays(1);

    private final CheckHealth checkHealth;
    private final ShowBandwidth showBandwidth;
    private final ShowMonitoring showMonitoring;
    private final CurrentActor actor;
    private final Clock clock;

    @Inject
    MonitoringResource(
            CheckHealth checkHealth,
            ShowBandwidth showBandwidth,
            ShowMonitoring showMonitoring,
            CurrentActor actor,
            Clock clock) {
        this.checkHealth = checkHealth;
        this.showBandwidth = showBandwidth;
        this.showMonitoring = showMonitoring;
        this.actor = actor;
        this.clock = clock;
    }

    /** Database, Valkey, queues, panels, providers. Always 200: the body says how they are. */
    @GET
    @Path("/health")
    @Operation(operationId = "getPartsHealth", summary = "How the parts of the shop are")
    public Uni<HealthJson> health() {
        return checkHealth
                .execute(actor.actor())
                .map(
                        result ->
                                switch (result) {
                                    case CheckHealth.Result.Checked checked ->
                                            HealthJson.of(checked);
                                    case CheckHealth.Result.Forbidden() ->
                                            throw Problem.forbidden().asException();
                                });
    }

    /** Sums over all servers. */
    @GET
    @Path("/stats")
    @Operation(operationId = "getMonitoringStats", summary = "Servers, people and traffic now")
    public Uni<MonitoringJson> stats() {
        return showMonitoring
                .execute(actor.actor())
                .map(
                        result ->
                                switch (result) {
                                    case ShowMonitoring.Result.Shown shown ->
                                            MonitoringJson.of(shown);
                                    case ShowMonitoring.Result.Forbidden() ->
                                            throw Problem.forbidden().asException();
                                });
    }

    /**
     * Without {@code to} it ends now, without {@code from} it is a day long; 2000 points at most.
     */
    @GET
    @Path("/bandwidth")
    @Operation(operationId = "getBandwidth", summary = "Bytes and people over time")
    public Uni<BandwidthJson> bandwidth(
            @Parameter(description = "five_minutes, hour or day")
                    @QueryParam("step")
                    @DefaultValue("five_minutes")
                    String step,
            @QueryParam("from") @Schema(implementation = Instant.class) @Nullable String from,
            @QueryParam("to") @Schema(implementation = Instant.class) @Nullable String to,
            @Parameter(description = "Of one server alone") @QueryParam("serverId")
                    @Nullable UUID serverId) {
        ShowBandwidth.Query query = query(step, from, to, Optional.ofNullable(serverId));
        return showBandwidth.execute(query).map(result -> answer(query, result));
    }

    private ShowBandwidth.Query query(
            String step, @Nullable String from, @Nullable String to, Optional<UUID> server) {
        Instant end = QueryTime.read("to", to).orElseGet(clock::instant);
        Instant start = QueryTime.read("from", from).orElse(end.minus(SPAN));
        if (start.isAfter(end)) {
            throw Problem.invalid("/from", "invalid", "It ends before it begins.").asException();
        }
        Step piece =
                BandwidthJson.step(step)
                        .orElseThrow(
                                () ->
                                        Problem.invalid(
                                                        "/step",
                                                        "unknown",
                                                        "One of five_minutes, hour, day.")
                                                .asException());
        return new ShowBandwidth.Query(actor.actor(), piece, server.map(ServerId::new), start, end);
    }

    private static BandwidthJson answer(ShowBandwidth.Query query, ShowBandwidth.Result result) {
        return switch (result) {
            case ShowBandwidth.Result.Series(var points) -> BandwidthJson.of(query, points);
            case ShowBandwidth.Result.TooManyPoints() ->
                    throw Problem.invalid(
                                    "/step",
                                    "too_many_points",
                                    "More than "
                                            + ShowBandwidth.POINTS_MAX
                                            + " points: take a longer step.")
                            .asException();
            case ShowBandwidth.Result.Forbidden() -> throw Problem.forbidden().asException();
        };
    }
}
