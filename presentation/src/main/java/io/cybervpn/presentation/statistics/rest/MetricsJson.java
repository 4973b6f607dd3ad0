package io.cybervpn.presentation.statistics.rest;

import io.cybervpn.application.statistics.ShowMetrics.Metrics;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.presentation.shared.rest.MoneyJson;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a stretch of time; docs/metrics.md defines each. Shares are in basis points, null
 * where they would be a part of nothing.
 */
@Schema(name = "StatisticsMetrics")
public record MetricsJson(
        Instant fromAt,
        Instant toAt,
        RevenueJson revenue,
        CustomersJson customers,
        PaymentsJson payments,
        TotalsJson totals) {
    /**
     * Money.
     *
     * @param gross sold
     * @param refunds gone back of it
     * @param fees kept by providers
     * @param net gross less refunds and fees
     * @param earned by serving, whenever it was paid
     * @param received taken by providers for us, whatever for
     * @param mrr monthly recurring revenue at the end
     * @param deferred paid and not yet served at the end
     */
    @Schema(name = "StatisticsRevenue")
    public record RevenueJson(
            MoneyJson gross,
            MoneyJson refunds,
            MoneyJson fees,
            MoneyJson net,
            MoneyJson earned,
            MoneyJson received,
            MoneyJson mrr,
            MoneyJson deferred) {}

    /** Who paid, came and went. */
    @Schema(name = "StatisticsCustomers")
    public record CustomersJson(
            long opened,
            long payingAtStart,
            long payingAtEnd,
            long gained,
            long lost,
            @Schema(nullable = true) @Nullable Long churnBp,
            @Schema(nullable = true) @Nullable MoneyJson arpu,
            @Schema(nullable = true) @Nullable MoneyJson ltv) {}

    /** Payments that were begun in the stretch. */
    @Schema(name = "StatisticsPayments")
    public record PaymentsJson(
            long started, long captured, @Schema(nullable = true) @Nullable Long conversionBp) {}

    /** How many there are now. */
    @Schema(name = "StatisticsTotals")
    public record TotalsJson(
            long customers,
            long activeSubscriptions,
            long expiredSubscriptions,
            long newSubscriptions) {}

    static MetricsJson of(Asset asset, Instant from, Instant to, Metrics read) {
        return new MetricsJson(
                from,
                to,
                revenue(asset, read),
                customers(asset, read),
                payments(read),
                totals(read));
    }

    private static RevenueJson revenue(Asset asset, Metrics read) {
        return new RevenueJson(
                Figures.money(read.flow().gross(), asset),
                Figures.money(read.flow().refunds(), asset),
                Figures.money(read.flow().fees(), asset),
                Figures.money(read.flow().net(), asset),
                Figures.money(read.earned(), asset),
                Figures.money(read.flow().received(), asset),
                Figures.money(read.end().mrr(), asset),
                Figures.money(read.end().deferred(), asset));
    }

    private static CustomersJson customers(Asset asset, Metrics read) {
        return new CustomersJson(
                read.count().newCustomers(),
                read.movement().atStart(),
                read.end().payingCustomers(),
                read.movement().gained(),
                read.movement().lost(),
                Figures.number(read.churnBp()),
                Figures.money(read.arpu(), asset),
                Figures.money(read.ltv(), asset));
    }

    private static PaymentsJson payments(Metrics read) {
        return new PaymentsJson(
                read.count().startedPayments(),
                read.count().capturedPayments(),
                Figures.number(read.conversionBp()));
    }

    private static TotalsJson totals(Metrics read) {
        return new TotalsJson(
                read.total().customers(),
                read.total().activeSubscriptions(),
                read.total().expiredSubscriptions(),
                read.count().newSubscriptions());
    }
}
