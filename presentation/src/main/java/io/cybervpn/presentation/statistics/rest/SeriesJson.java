package io.cybervpn.presentation.statistics.rest;

import io.cybervpn.application.statistics.ShowSeries;
import io.cybervpn.domain.statistics.Metric;
import io.cybervpn.presentation.shared.rest.MoneyJson;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One figure over time.
 *
 * @param points in the order of time, without a gap
 */
@Schema(name = "StatisticsSeries")
public record SeriesJson(String metric, String step, List<PointJson> points) {
    /**
     * A piece of time.
     *
     * @param amount of a figure of money, perhaps negative; else null
     * @param count of a figure that is a number; else null
     */
    @Schema(name = "StatisticsPoint")
    public record PointJson(
            Instant fromAt,
            Instant toAt,
            @Schema(nullable = true) @Nullable MoneyJson amount,
            @Schema(nullable = true) @Nullable Long count) {}

    static SeriesJson of(ShowSeries.Query query, List<ShowSeries.Point> points) {
        return new SeriesJson(
                query.metric().name().toLowerCase(Locale.ROOT),
                query.step().name().toLowerCase(Locale.ROOT),
                points.stream().map(point -> point(query, point)).toList());
    }

    private static PointJson point(ShowSeries.Query query, ShowSeries.Point point) {
        return isMoney(query.metric())
                ? new PointJson(
                        point.from(), point.to(), Figures.money(point.value(), query.asset()), null)
                : new PointJson(point.from(), point.to(), null, point.value());
    }

    private static boolean isMoney(Metric metric) {
        return switch (metric.kind()) {
            case MONEY_IN_STEP, MONEY_AT_END -> true;
            case COUNT_IN_STEP, COUNT_AT_END -> false;
        };
    }
}
