package io.cybervpn.application.statistics;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.application.statistics.port.CountFigures;
import io.cybervpn.application.statistics.port.CountFigures.Count;
import io.cybervpn.application.statistics.port.MoneyFigures;
import io.cybervpn.application.statistics.port.MoneyFigures.Flow;
import io.cybervpn.application.statistics.port.MoneyFigures.Stock;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.statistics.Metric;
import io.cybervpn.domain.statistics.Step;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/** One figure over time, for a chart (R104, R225). */
@Singleton
public final class ShowSeries {
    private final MoneyFigures money;
    private final CountFigures counts;

    @Inject
    ShowSeries(MoneyFigures money, CountFigures counts) {
        this.money = money;
        this.counts = counts;
    }

    /**
     * Which.
     *
     * @param asset of figures of money, and of who pays in it; without meaning for other numbers
     * @param provider of whose payments alone; empty: of all
     */
    public record Query(
            Actor actor,
            Metric metric,
            Asset asset,
            Stretch stretch,
            Step step,
            Optional<String> provider) {}

    /**
     * A piece of time.
     *
     * @param value smallest units of the asset, or a number; of money perhaps negative
     */
    public record Point(Instant from, Instant to, long value) {}

    /** The answer. */
    public sealed interface Result {
        /** In the order of time, without a gap. */
        record Series(List<Point> points) implements Result {
            /** Copies the list. */
            public Series {
                points = List.copyOf(points);
            }
        }

        /** More than {@link Step#PIECES_MAX}: take a longer step. */
        record TooManyPieces() implements Result {}

        /** This figure is not of one provider. */
        record NotByProvider() implements Result {}

        /** The actor may not. */
        record Forbidden() implements Result {}
    }

    /** Reads. */
    public Uni<Result> execute(Query query) {
        if (!query.actor().may(Permission.STATISTICS_READ)) {
            return Uni.createFrom().item(new Result.Forbidden());
        }
        if (query.provider().isPresent() && !query.metric().isByProvider()) {
            return Uni.createFrom().item(new Result.NotByProvider());
        }
        List<Instant> edges = query.step().edges(query.stretch().from(), query.stretch().to());
        return edges.size() > Step.PIECES_MAX + 1
                ? Uni.createFrom().item(new Result.TooManyPieces())
                : values(query, edges).map(values -> series(edges, values));
    }

    private Uni<List<Long>> values(Query query, List<Instant> edges) {
        return switch (query.metric()) {
            case GROSS_REVENUE -> flows(query, edges, Flow::gross);
            case REFUNDS -> flows(query, edges, Flow::refunds);
            case FEES -> flows(query, edges, Flow::fees);
            case NET_REVENUE -> flows(query, edges, Flow::net);
            case RECEIVED -> flows(query, edges, Flow::received);
            case EARNED_REVENUE -> earned(query, edges);
            case MRR -> stocks(query, edges, Stock::mrr);
            case DEFERRED_REVENUE -> stocks(query, edges, Stock::deferred);
            case PAYING_CUSTOMERS -> stocks(query, edges, Stock::payingCustomers);
            case NEW_CUSTOMERS -> counts(query, edges, Count::newCustomers);
            case NEW_SUBSCRIPTIONS -> counts(query, edges, Count::newSubscriptions);
            case STARTED_PAYMENTS -> counts(query, edges, Count::startedPayments);
            case CAPTURED_PAYMENTS -> counts(query, edges, Count::capturedPayments);
        };
    }

    private Uni<List<Long>> flows(Query query, List<Instant> edges, ToLongFunction<Flow> part) {
        return money.flows(query.asset(), edges).map(flows -> parts(flows, part));
    }

    /** At the end of each piece. */
    private Uni<List<Long>> stocks(Query query, List<Instant> edges, ToLongFunction<Stock> part) {
        return money.stocks(query.asset(), edges.subList(1, edges.size()))
                .map(stocks -> parts(stocks, part));
    }

    private Uni<List<Long>> counts(Query query, List<Instant> edges, ToLongFunction<Count> part) {
        return counts.counts(edges, query.provider()).map(found -> parts(found, part));
    }

    /** What was sold less what went back, less what grew of what is still owed. */
    private Uni<List<Long>> earned(Query query, List<Instant> edges) {
        return money.flows(query.asset(), edges)
                .chain(
                        flows ->
                                money.stocks(query.asset(), edges)
                                        .map(stocks -> earned(flows, stocks)));
    }

    private static List<Long> earned(List<Flow> flows, List<Stock> stocks) {
        return IntStream.range(0, flows.size())
                .mapToObj(i -> Earned.of(flows.get(i), stocks.get(i), stocks.get(i + 1)))
                .toList();
    }

    private static <T> List<Long> parts(List<T> all, ToLongFunction<T> part) {
        return all.stream().map(part::applyAsLong).toList();
    }

    private static Result series(List<Instant> edges, List<Long> values) {
        return new Result.Series(
                IntStream.range(0, values.size())
                        .mapToObj(i -> new Point(edges.get(i), edges.get(i + 1), values.get(i)))
                        .toList());
    }
}
