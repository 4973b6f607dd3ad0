package io.cybervpn.presentation.server.rest;

import io.cybervpn.application.server.Uptime;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How long customers could connect. The seconds add up to the time that they are of.
 *
 * @param percent such as 99.95, of the time of which it is known and in which nobody worked on it,
 *     rounded down; null when there is no such time
 */
@Schema(name = "Uptime")
public record UptimeJson(
        @Schema(nullable = true) @Nullable String percent,
        long upSeconds,
        long downSeconds,
        long maintenanceSeconds,
        long unknownSeconds) {
    private static final int DIGITS = 2;

    static UptimeJson of(Uptime uptime) {
        return new UptimeJson(
                uptime.basisPoints()
                        .map(points -> BigDecimal.valueOf(points, DIGITS).toPlainString())
                        .orElse(null),
                uptime.up(),
                uptime.down(),
                uptime.maintenance(),
                uptime.unknown());
    }
}
