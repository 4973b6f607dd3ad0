package io.cybervpn.presentation.server.rest;

import io.cybervpn.application.server.ShowServerStats;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A server's last thirty days of UTC, today up to now.
 *
 * @param status online, warning, offline or maintenance
 */
@Schema(name = "ServerStats")
public record ServerStatsJson(
        UUID serverId,
        String status,
        @Schema(nullable = true) @Nullable Integer loadPercent,
        UptimeJson uptime,
        List<DayJson> days) {

    /** A day. */
    @Schema(name = "UptimeDay")
    public record DayJson(LocalDate day, UptimeJson uptime) {}

    static ServerStatsJson of(ShowServerStats.Result.Shown shown) {
        return new ServerStatsJson(
                shown.server().id().value(),
                shown.server().state().status().code(),
                shown.server().load().percent().orElse(null),
                UptimeJson.of(shown.whole()),
                shown.days().stream()
                        .map(day -> new DayJson(day.day(), UptimeJson.of(day.uptime())))
                        .toList());
    }
}
