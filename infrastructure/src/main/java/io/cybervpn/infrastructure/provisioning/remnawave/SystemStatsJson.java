package io.cybervpn.infrastructure.provisioning.remnawave;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.cybervpn.application.provisioning.port.PanelFigures.Figures;
import io.cybervpn.application.provisioning.port.PanelFigures.Host;
import io.cybervpn.application.provisioning.port.PanelFigures.Online;
import io.cybervpn.application.provisioning.port.PanelFigures.Users;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

/**
 * {@code GET /api/system/stats} of 2.x and 3.x, which are alike.
 *
 * @param uptime of the machine in seconds, with a fraction
 * @param timestamp in milliseconds
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record SystemStatsJson(
        CpuJson cpu,
        MemoryJson memory,
        BigDecimal uptime,
        long timestamp,
        UsersJson users,
        OnlineJson onlineStats,
        NodesJson nodes) {

    /** The processors. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record CpuJson(int cores) {}

    /** In bytes. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record MemoryJson(long total, long used) {}

    /** How many there are. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record UsersJson(CountsJson statusCounts, long totalUsers) {}

    /** By their states. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record CountsJson(
            @JsonProperty("ACTIVE") long active,
            @JsonProperty("DISABLED") long disabled,
            @JsonProperty("LIMITED") long limited,
            @JsonProperty("EXPIRED") long expired) {}

    /** By when they were seen. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record OnlineJson(long onlineNow, long lastDay, long lastWeek, long neverOnline) {}

    /** The bytes are text. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record NodesJson(int totalOnline, String totalBytesLifetime) {}

    /** The envelope. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Answer(SystemStatsJson response) {}

    Figures figures() {
        CountsJson counts = users.statusCounts();
        return new Figures(
                new Users(
                        users.totalUsers(),
                        counts.active(),
                        counts.disabled(),
                        counts.limited(),
                        counts.expired()),
                new Online(
                        onlineStats.onlineNow(),
                        onlineStats.lastDay(),
                        onlineStats.lastWeek(),
                        onlineStats.neverOnline()),
                nodes.totalOnline(),
                Long.parseLong(nodes.totalBytesLifetime()),
                new Host(
                        cpu.cores(),
                        memory.total(),
                        memory.used(),
                        Duration.ofSeconds(uptime.longValue())),
                Instant.ofEpochMilli(timestamp));
    }
}
