package io.cybervpn.presentation.server.rest;

import io.cybervpn.application.server.ServerView;
import io.cybervpn.application.server.port.ServerBoard;
import io.cybervpn.application.shared.Page;
import io.cybervpn.domain.server.ServerStatus;
import io.cybervpn.presentation.shared.rest.PageInfoJson;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A server as staff see it.
 *
 * @param name as customers see it
 * @param ownName by staff; null: it is the panel's
 * @param reason why it is not online: not_connected, no_answer, disabled, gone, panel_silent; empty
 *     for none
 * @param placedBy staff, configuration or country; empty without a place
 * @param groups server groups that lead to it
 * @param goneSinceAt since when the panel has no such node
 * @param seenAt when it was last in the panel's list
 * @param version of what staff say of it, for edits
 */
@Schema(name = "AdminServer")
public record AdminServerJson(
        UUID id,
        String name,
        @Schema(nullable = true) @Nullable String ownName,
        int position,
        boolean hidden,
        String status,
        String reason,
        Instant sinceAt,
        @Schema(nullable = true) @Nullable Instant unknownSinceAt,
        @Schema(nullable = true) @Nullable Instant goneSinceAt,
        @Schema(nullable = true) @Nullable MaintenanceJson maintenance,
        @Schema(nullable = true) @Nullable String country,
        @Schema(nullable = true) @Nullable PlaceJson place,
        String placedBy,
        @Schema(nullable = true) @Nullable Long usersOnline,
        @Schema(nullable = true) @Nullable Integer loadPercent,
        @Schema(nullable = true) @Nullable Long capacityUsers,
        NodeJson node,
        List<String> groups,
        Instant seenAt,
        long version) {

    /**
     * The panel's side of it.
     *
     * @param ref the panel's name of it
     * @param message of the panel about its state
     */
    @Schema(name = "ServerNode")
    public record NodeJson(
            String panel,
            String ref,
            String name,
            String address,
            @Schema(nullable = true) @Nullable Integer port,
            boolean isConnected,
            boolean isDisabled,
            String message,
            String versions) {
        private static NodeJson of(ServerView.Source source) {
            return new NodeJson(
                    source.panel(),
                    source.node(),
                    source.name(),
                    source.address(),
                    source.port().orElse(null),
                    source.connected(),
                    source.disabled(),
                    source.message(),
                    source.versions());
        }
    }

    /**
     * How many there are of all, without those that are gone.
     *
     * @param unknown those of silent panels, which are counted under their last status too
     */
    @Schema(name = "ServerTotals")
    public record TotalsJson(
            long online,
            long warning,
            long offline,
            long maintenance,
            long unknown,
            long usersOnline) {
        static TotalsJson of(ServerBoard.Tally tally) {
            return new TotalsJson(
                    count(tally, ServerStatus.ONLINE),
                    count(tally, ServerStatus.WARNING),
                    count(tally, ServerStatus.OFFLINE),
                    count(tally, ServerStatus.MAINTENANCE),
                    tally.unknown(),
                    tally.usersOnline());
        }

        private static long count(ServerBoard.Tally tally, ServerStatus status) {
            return tally.byStatus().getOrDefault(status, 0L);
        }
    }

    /** A page of them. */
    @Schema(name = "AdminServerPage")
    public record PageJson(List<AdminServerJson> items, PageInfoJson page, TotalsJson totals) {
        static PageJson of(Page<ServerView> page, ServerBoard.Tally tally) {
            return new PageJson(
                    page.items().stream().map(AdminServerJson::of).toList(),
                    PageInfoJson.of(page),
                    TotalsJson.of(tally));
        }
    }

    static AdminServerJson of(ServerView server) {
        ServerView.Shown shown = server.shown();
        ServerView.State state = server.state();
        return new AdminServerJson(
                server.id().value(),
                shown.name(),
                shown.ownName().orElse(null),
                shown.position(),
                shown.hidden(),
                state.status().code(),
                state.reason(),
                state.since(),
                state.unknownSince().orElse(null),
                state.goneSince().orElse(null),
                MaintenanceJson.of(state),
                shown.country().orElse(null),
                shown.place().map(PlaceJson::of).orElse(null),
                shown.placedBy(),
                server.load().usersOnline().orElse(null),
                server.load().percent().orElse(null),
                server.load().capacityUsers().orElse(null),
                NodeJson.of(server.source()),
                server.source().groups(),
                server.source().seenAt(),
                server.version());
    }
}
