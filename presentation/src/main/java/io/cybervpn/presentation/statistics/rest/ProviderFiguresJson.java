package io.cybervpn.presentation.statistics.rest;

import io.cybervpn.application.statistics.ShowProviders;
import io.cybervpn.application.statistics.port.CountFigures.ProviderCount;
import io.cybervpn.presentation.shared.rest.MoneyJson;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How the payments that were begun in a stretch of time stand now, by provider and currency. */
@Schema(name = "StatisticsProviders")
public record ProviderFiguresJson(List<ProviderJson> providers) {
    /**
     * One provider in one currency.
     *
     * @param open of which it is not known yet
     * @param conversionBp captured of started, in basis points; null if none was started
     * @param secondsToPay the median from the beginning until the money was taken
     */
    @Schema(name = "StatisticsProvider")
    public record ProviderJson(
            String provider,
            String currency,
            long started,
            long captured,
            long flagged,
            long expired,
            long failed,
            long open,
            MoneyJson capturedAmount,
            @Schema(nullable = true) @Nullable Long conversionBp,
            @Schema(nullable = true) @Nullable Long secondsToPay) {
        static ProviderJson of(ShowProviders.Provider provider) {
            ProviderCount count = provider.count();
            return new ProviderJson(
                    count.provider(),
                    count.asset().code(),
                    count.started(),
                    count.captured(),
                    count.flagged(),
                    count.expired(),
                    count.failed(),
                    count.open(),
                    Figures.money(count.capturedMinor(), count.asset()),
                    Figures.number(provider.conversionBp()),
                    Figures.number(count.secondsToPay()));
        }
    }

    static ProviderFiguresJson of(ShowProviders.Result.Read read) {
        return new ProviderFiguresJson(read.providers().stream().map(ProviderJson::of).toList());
    }
}
