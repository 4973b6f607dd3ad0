package io.cybervpn.presentation.server.rest;

import io.cybervpn.application.server.OwnServers.Own;
import io.cybervpn.application.server.ServerView;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A server as customers see it.
 *
 * @param country ISO 3166 alpha 2
 * @param status online, warning, offline or maintenance; what was last known, if {@code
 *     unknownSinceAt} is there
 * @param unknownSinceAt since when nobody knows how it is
 * @param loadPercent 0 to 100; null when nobody knows
 * @param pingAddress to measure how far it is; null for a server that is locked
 * @param locked the plan does not lead to it
 * @param available not locked, and customers can connect
 */
@Schema(name = "Server")
public record ServerJson(
        UUID id,
        String name,
        @Schema(nullable = true) @Nullable String country,
        @Schema(nullable = true) @Nullable PlaceJson place,
        String status,
        Instant sinceAt,
        @Schema(nullable = true) @Nullable Instant unknownSinceAt,
        @Schema(nullable = true) @Nullable MaintenanceJson maintenance,
        @Schema(nullable = true) @Nullable Integer loadPercent,
        @Schema(nullable = true) @Nullable String pingAddress,
        boolean locked,
        boolean available) {

    /** All of them, in order. */
    @Schema(name = "ServerList")
    public record ListJson(List<ServerJson> items) {}

    static ServerJson of(Own own) {
        ServerView server = own.server();
        ServerView.State state = server.state();
        return new ServerJson(
                server.id().value(),
                server.shown().name(),
                server.shown().country().orElse(null),
                server.shown().place().map(PlaceJson::of).orElse(null),
                state.status().code(),
                state.since(),
                state.unknownSince().orElse(null),
                MaintenanceJson.of(state),
                server.load().percent().orElse(null),
                own.locked() ? null : server.source().address(),
                own.locked(),
                own.isAvailable());
    }
}
