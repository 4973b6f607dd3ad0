package io.cybervpn.presentation.server.rest;

import io.cybervpn.application.provisioning.ShowPresence;
import io.cybervpn.application.server.ServerView;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Whether a subscription is in use, as its panel says, which may be a minute late.
 *
 * @param online traffic within the last two minutes
 * @param lastOnlineAt null: never
 * @param firstConnectedAt null: never
 * @param server that was used last; null: not known, or not shown to customers
 */
@Schema(name = "Online")
public record OnlineJson(
        boolean online,
        @Schema(nullable = true) @Nullable Instant lastOnlineAt,
        @Schema(nullable = true) @Nullable Instant firstConnectedAt,
        @Schema(nullable = true) @Nullable ServerJson server) {

    static OnlineJson of(ShowPresence.Result.Shown shown, Optional<ServerView> server) {
        return new OnlineJson(
                shown.online(),
                shown.lastOnlineAt().orElse(null),
                shown.firstConnectedAt().orElse(null),
                server.map(ServerJson::of).orElse(null));
    }

    /** A server by its name. */
    @Schema(name = "OnlineServer")
    public record ServerJson(
            UUID id, String name, @Schema(nullable = true) @Nullable String country) {
        private static ServerJson of(ServerView server) {
            return new ServerJson(
                    server.id().value(),
                    server.shown().name(),
                    server.shown().country().orElse(null));
        }
    }
}
