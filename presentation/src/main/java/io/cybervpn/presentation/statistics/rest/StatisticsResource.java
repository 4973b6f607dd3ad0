package io.cybervpn.presentation.statistics.rest;

import io.cybervpn.application.statistics.ShowCohorts;
import io.cybervpn.application.statistics.ShowMetrics;
import io.cybervpn.application.statistics.ShowProviders;
import io.cybervpn.application.statistics.ShowSeries;
import io.cybervpn.application.statistics.Stretch;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.statistics.Step;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.cybervpn.presentation.shared.rest.Problem;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Figures of one currency and one stretch of time, the end not in it (R104, R224-R226). Without
 * {@code to} it ends now, without {@code from} it is 30 days long. For staff with {@code
 * statistics:read}.
 */
@Path("/api/v1/admin/stats")
@Tag(name = "admin-statistics")
@Authenticated
public final class StatisticsResource {
    private final ShowSeries showSeries;
    private final ShowMetrics showMetrics;
    private final ShowCohorts showCohorts;
    private final ShowProviders showProviders;
    private final CurrentActor actor;
    private final Clock clock;

    @Inject
    StatisticsResource(
            ShowSeries showSeries,
            ShowMetrics showMetrics,
            ShowCohorts showCohorts,
            ShowProviders showProviders,
            CurrentActor actor,
            Clock clock) {
        this.showSeries = showSeries;
        this.showMetrics = showMetrics;
        this.showCohorts = showCohorts;
        this.showProviders = showProviders;
        this.actor = actor;
        this.clock = clock;
    }

    /** All at once, for a dashboard. */
    @GET
    @Path("/overview")
    @Operation(operationId = "adminShowMetrics", summary = "Revenue, MRR, ARPU, LTV, churn")
    public Uni<MetricsJson> overview(
            @QueryParam("currency") @DefaultValue("RUB") String currency,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to) {
        Asset asset = Figures.asset(currency);
        Stretch stretch = stretch(from, to);
        return showMetrics
                .execute(new ShowMetrics.Query(actor.actor(), asset, stretch))
                .map(
                        result ->
                                switch (result) {
                                    case ShowMetrics.Result.Read(var metrics) ->
                                            MetricsJson.of(
                                                    asset, stretch.from(), stretch.to(), metrics);
                                    case ShowMetrics.Result.Forbidden() ->
                                            throw Problem.forbidden().asException();
                                });
    }

    /** One figure over time, at most 400 pieces; of payments also by provider. */
    @GET
    @Path("/series")
    @Operation(operationId = "adminShowSeries", summary = "One figure over time")
    public Uni<SeriesJson> series(@Valid @BeanParam SeriesParams params) {
        ShowSeries.Query query = params.toQuery(actor.actor(), clock.instant());
        return showSeries.execute(query).map(result -> answer(query, result));
    }

    private static SeriesJson answer(ShowSeries.Query query, ShowSeries.Result result) {
        return switch (result) {
            case ShowSeries.Result.Series(var points) -> SeriesJson.of(query, points);
            case ShowSeries.Result.TooManyPieces() ->
                    throw Problem.invalid(
                                    "/step",
                                    "too_many_points",
                                    "More than " + Step.PIECES_MAX + " points: take a longer step.")
                            .asException();
            case ShowSeries.Result.NotByProvider() ->
                    throw Problem.invalid(
                                    "/provider",
                                    "invalid",
                                    "Payments alone are told by provider, not this figure.")
                            .asException();
            case ShowSeries.Result.Forbidden() -> throw Problem.forbidden().asException();
        };
    }

    /** The latest 36 cohorts whose month begins in the stretch. */
    @GET
    @Path("/cohorts")
    @Operation(
            operationId = "adminShowCohorts",
            summary = "Retention and LTV by month of the first payment")
    public Uni<CohortsJson> cohorts(
            @QueryParam("currency") @DefaultValue("RUB") String currency,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to) {
        Asset asset = Figures.asset(currency);
        return showCohorts
                .execute(new ShowCohorts.Query(actor.actor(), asset, stretch(from, to)))
                .map(
                        result ->
                                switch (result) {
                                    case ShowCohorts.Result.Read read ->
                                            CohortsJson.of(read, asset);
                                    case ShowCohorts.Result.Forbidden() ->
                                            throw Problem.forbidden().asException();
                                });
    }

    /** Which provider brings what was begun to its end. */
    @GET
    @Path("/providers")
    @Operation(operationId = "adminShowProviderFigures", summary = "Conversion by provider")
    public Uni<ProviderFiguresJson> providers(
            @QueryParam("from") @Nullable String from, @QueryParam("to") @Nullable String to) {
        return showProviders
                .execute(new ShowProviders.Query(actor.actor(), stretch(from, to)))
                .map(
                        result ->
                                switch (result) {
                                    case ShowProviders.Result.Read read ->
                                            ProviderFiguresJson.of(read);
                                    case ShowProviders.Result.Forbidden() ->
                                            throw Problem.forbidden().asException();
                                });
    }

    private Stretch stretch(@Nullable String from, @Nullable String to) {
        return Figures.stretch(from, to, clock.instant());
    }
}
