package io.cybervpn.presentation.provisioning.rest;

import io.cybervpn.application.provisioning.port.PanelFigures.Figures;
import io.cybervpn.application.provisioning.port.PanelFigures.Host;
import io.cybervpn.application.provisioning.port.PanelFigures.Online;
import io.cybervpn.application.provisioning.port.PanelFigures.Users;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a panel says of itself and of all its users, ours or not.
 *
 * @param lifetimeBytes that went through its nodes in all
 * @param at the panel's clock
 */
@Schema(name = "PanelStats")
public record PanelStatsJson(
        UsersJson users,
        OnlineJson online,
        int nodesOnline,
        long lifetimeBytes,
        HostJson host,
        Instant at) {

    static PanelStatsJson of(Figures figures) {
        return new PanelStatsJson(
                UsersJson.of(figures.users()),
                OnlineJson.of(figures.online()),
                figures.nodesOnline(),
                figures.lifetimeBytes(),
                HostJson.of(figures.host()),
                figures.at());
    }

    /** By the state that the panel sees them in. */
    @Schema(name = "PanelStatsUsers")
    public record UsersJson(long total, long active, long disabled, long limited, long expired) {
        private static UsersJson of(Users users) {
            return new UsersJson(
                    users.total(),
                    users.active(),
                    users.disabled(),
                    users.limited(),
                    users.expired());
        }
    }

    /** By when they were last seen. */
    @Schema(name = "PanelStatsOnline")
    public record OnlineJson(long now, long lastDay, long lastWeek, long never) {
        private static OnlineJson of(Online online) {
            return new OnlineJson(
                    online.now(), online.lastDay(), online.lastWeek(), online.never());
        }
    }

    /** What the panel runs on. */
    @Schema(name = "PanelStatsHost")
    public record HostJson(int cores, long memoryBytes, long memoryUsedBytes, long uptimeSeconds) {
        private static HostJson of(Host host) {
            return new HostJson(
                    host.cores(),
                    host.memoryBytes(),
                    host.memoryUsedBytes(),
                    host.uptime().toSeconds());
        }
    }
}
