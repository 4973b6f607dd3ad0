package io.cybervpn.application.statistics;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.application.statistics.port.CountFigures;
import io.cybervpn.application.statistics.port.CountFigures.Count;
import io.cybervpn.application.statistics.port.CountFigures.Total;
import io.cybervpn.application.statistics.port.MoneyFigures;
import io.cybervpn.application.statistics.port.MoneyFigures.Flow;
import io.cybervpn.application.statistics.port.MoneyFigures.Lifetime;
import io.cybervpn.application.statistics.port.MoneyFigures.Movement;
import io.cybervpn.application.statistics.port.MoneyFigures.Stock;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.statistics.model.Ratios;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The figures of one stretch of time side by side: revenue, MRR, ARPU, LTV, churn (R224, R226). */
@Singleton
public final class ShowMetrics {
    private final MoneyFigures money;
    private final CountFigures counts;

    @Inject
    ShowMetrics(MoneyFigures money, CountFigures counts) {
        this.money = money;
        this.counts = counts;
    }

    /** Of what. */
    public record Query(Actor actor, Asset asset, Stretch stretch) {}

    /**
     * The figures; docs/metrics.md defines each.
     *
     * @param end how things stand when the stretch ends
     */
    public record Metrics(
            Flow flow,
            Stock start,
            Stock end,
            Movement movement,
            Lifetime lifetime,
            Count count,
            Total total) {
        /** What was earned by serving, in smallest units. */
        public long earned() {
            return Earned.of(flow, start, end);
        }

        /** Net revenue for each customer with paid time in the stretch. */
        public OptionalLong arpu() {
            return Ratios.average(flow.net(), movement.during());
        }

        /** What a customer who ever paid has brought so far. */
        public OptionalLong ltv() {
            return Ratios.average(lifetime.net(), lifetime.customers());
        }

        /** Lost of those who paid at the beginning, in basis points. */
        public OptionalLong churnBp() {
            return Ratios.shareBp(movement.lost(), movement.atStart());
        }

        /** Payments whose money came, of those begun, in basis points. */
        public OptionalLong conversionBp() {
            return Ratios.shareBp(count.capturedPayments(), count.startedPayments());
        }
    }

    /** The answer. */
    public sealed interface Result {
        /** Read. */
        record Read(Metrics metrics) implements Result {}

        /** The actor may not. */
        record Forbidden() implements Result {}
    }

    /** Reads one after the other: a stretch that ends in the past gives the same again. */
    public Uni<Result> execute(Query query) {
        if (!query.actor().may(Permission.STATISTICS_READ)) {
            return Uni.createFrom().item(new Result.Forbidden());
        }
        List<Instant> ends = List.of(query.stretch().from(), query.stretch().to());
        return Uni.combine()
                .all()
                .unis(
                        money.flows(query.asset(), ends),
                        money.stocks(query.asset(), ends),
                        money.movement(query.asset(), ends.getFirst(), ends.getLast()),
                        money.lifetime(query.asset(), ends.getLast()),
                        counts.counts(ends, Optional.empty()),
                        counts.total())
                .with(
                        (flows, stocks, movement, lifetime, count, total) ->
                                new Result.Read(
                                        new Metrics(
                                                flows.getFirst(),
                                                stocks.getFirst(),
                                                stocks.getLast(),
                                                movement,
                                                lifetime,
                                                count.getFirst(),
                                                total)));
    }
}
