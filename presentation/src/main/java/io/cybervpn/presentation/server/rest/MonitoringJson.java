package io.cybervpn.presentation.server.rest;

import io.cybervpn.application.server.ShowMonitoring;
import io.cybervpn.application.server.port.PanelWatch;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Sums over all servers.
 *
 * @param trafficTodayBytes of customers since midnight of UTC, as panels say
 * @param traffic30DaysBytes of today and the 29 days before
 */
@Schema(name = "MonitoringStats")
public record MonitoringJson(
        AdminServerJson.TotalsJson servers,
        long trafficTodayBytes,
        long trafficYesterdayBytes,
        long traffic30DaysBytes,
        List<PanelJson> panels) {

    /**
     * What is known of a panel.
     *
     * @param talks whether its latest word is an answer
     */
    @Schema(name = "PanelWord")
    public record PanelJson(
            String name,
            boolean talks,
            @Schema(nullable = true) @Nullable Instant answeredAt,
            @Schema(nullable = true) @Nullable Instant failedAt,
            String error) {
        private static PanelJson of(PanelWatch.Word word) {
            return new PanelJson(
                    word.panel(),
                    word.talks(),
                    word.answeredAt().orElse(null),
                    word.failedAt().orElse(null),
                    word.error());
        }
    }

    static MonitoringJson of(ShowMonitoring.Result.Shown shown) {
        return new MonitoringJson(
                AdminServerJson.TotalsJson.of(shown.servers()),
                shown.todayBytes(),
                shown.yesterdayBytes(),
                shown.monthBytes(),
                shown.panels().stream().map(PanelJson::of).toList());
    }
}
