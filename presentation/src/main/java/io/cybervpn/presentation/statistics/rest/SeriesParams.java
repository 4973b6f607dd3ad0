package io.cybervpn.presentation.statistics.rest;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.statistics.ShowSeries;
import io.cybervpn.domain.statistics.Metric;
import io.cybervpn.domain.statistics.Step;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which figure, of what, over which time. Take it as a {@code @Valid @BeanParam}. */
public final class SeriesParams {
    @QueryParam("metric")
    @DefaultValue("net_revenue")
    String metric = "net_revenue";

    @QueryParam("currency")
    @DefaultValue("RUB")
    String currency = "RUB";

    @QueryParam("from")
    @Nullable String from;

    @QueryParam("to")
    @Nullable String to;

    @QueryParam("step")
    @DefaultValue("day")
    String step = "day";

    @QueryParam("provider")
    @Size(max = 40)
    @Nullable String provider;

    /** For the use case. */
    ShowSeries.Query toQuery(Actor actor, Instant now) {
        return new ShowSeries.Query(
                actor,
                Figures.named("metric", metric, Stream.of(Metric.values())),
                Figures.asset(currency),
                Figures.stretch(from, to, now),
                Figures.named("step", step, Stream.of(Step.values())),
                Optional.ofNullable(provider));
    }
}
