package io.cybervpn.presentation.server.rest;

import io.cybervpn.application.server.ShowStatus;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What everybody may know of the servers.
 *
 * @param status online, warning, offline or maintenance, of all together
 */
@Schema(name = "Status")
public record StatusJson(String status, List<CountryJson> countries) {

    /**
     * The servers of a country.
     *
     * @param country ISO 3166 alpha 2; empty when it is not known
     * @param serving those that can be connected to
     * @param unknown those of which nobody knows at the moment
     * @param days thirty finished days of UTC, of all its servers together
     */
    @Schema(name = "CountryStatus")
    public record CountryJson(
            String country,
            String status,
            int servers,
            int serving,
            int unknown,
            List<WorkJson> maintenance,
            List<ServerStatsJson.DayJson> days) {
        private static CountryJson of(ShowStatus.Country country) {
            return new CountryJson(
                    country.country(),
                    country.status().code(),
                    country.servers(),
                    country.serving(),
                    country.unknown(),
                    country.works().stream().map(WorkJson::of).toList(),
                    country.days().stream()
                            .map(
                                    day ->
                                            new ServerStatsJson.DayJson(
                                                    day.day(), UptimeJson.of(day.uptime())))
                            .toList());
        }
    }

    /**
     * Work that goes on.
     *
     * @param expectedEndAt null when nobody knows
     */
    @Schema(name = "StatusMaintenance")
    public record WorkJson(
            Instant sinceAt,
            String message,
            @Schema(nullable = true) @Nullable Instant expectedEndAt) {
        private static WorkJson of(ShowStatus.Work work) {
            return new WorkJson(work.since(), work.message(), work.expectedEnd().orElse(null));
        }
    }

    static StatusJson of(ShowStatus.Status status) {
        return new StatusJson(
                status.status().code(), status.countries().stream().map(CountryJson::of).toList());
    }
}
