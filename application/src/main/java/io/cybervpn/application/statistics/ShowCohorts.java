package io.cybervpn.application.statistics;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.application.statistics.port.MoneyFigures;
import io.cybervpn.application.statistics.port.MoneyFigures.CohortMonth;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.statistics.model.Ratios;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Customers by the month of their first payment: who still pays, and what they have brought (R226).
 */
@Singleton
public final class ShowCohorts {
    private final MoneyFigures money;

    @Inject
    ShowCohorts(MoneyFigures money) {
        this.money = money;
    }

    /** Of the months that begin in a stretch. */
    public record Query(Actor actor, Asset asset, Stretch stretch) {}

    /**
     * Who first paid in one month.
     *
     * @param month the first of it, at midnight UTC
     * @param ages from the month itself on, without a gap
     */
    public record Cohort(Instant month, long customers, List<Age> ages) {
        /** Copies the list. */
        public Cohort {
            ages = List.copyOf(ages);
        }
    }

    /**
     * So many months later.
     *
     * @param payers who paid in that month
     * @param net what they paid in it less what went back, in smallest units
     * @param retentionBp payers of all of the cohort, in basis points
     * @param ltv what a customer of the cohort has brought until the end of that month
     */
    public record Age(
            int months, long payers, long net, OptionalLong retentionBp, OptionalLong ltv) {}

    /** The answer. */
    public sealed interface Result {
        /** The oldest first. */
        record Read(List<Cohort> cohorts) implements Result {
            /** Copies the list. */
            public Read {
                cohorts = List.copyOf(cohorts);
            }
        }

        /** The actor may not. */
        record Forbidden() implements Result {}
    }

    /** Reads. */
    public Uni<Result> execute(Query query) {
        return query.actor().may(Permission.STATISTICS_READ)
                ? money.cohorts(query.asset(), query.stretch().from(), query.stretch().to())
                        .map(cells -> new Result.Read(cohorts(cells)))
                : Uni.createFrom().item(new Result.Forbidden());
    }

    private static List<Cohort> cohorts(List<CohortMonth> cells) {
        SortedMap<Instant, TreeMap<Integer, CohortMonth>> byMonth = new TreeMap<>();
        cells.forEach(
                cell ->
                        byMonth.computeIfAbsent(cell.month(), _ -> new TreeMap<>())
                                .put(cell.age(), cell));
        return byMonth.values().stream().map(ShowCohorts::cohort).toList();
    }

    private static Cohort cohort(TreeMap<Integer, CohortMonth> cells) {
        CohortMonth any = cells.firstEntry().getValue();
        List<Age> ages = new ArrayList<>();
        long brought = 0;
        for (int months = 0; months <= cells.lastKey(); months++) {
            CohortMonth cell =
                    cells.getOrDefault(
                            months, new CohortMonth(any.month(), months, any.customers(), 0, 0));
            brought = Math.addExact(brought, cell.net());
            ages.add(
                    new Age(
                            months,
                            cell.payers(),
                            cell.net(),
                            Ratios.shareBp(cell.payers(), any.customers()),
                            Ratios.average(brought, any.customers())));
        }
        return new Cohort(any.month(), any.customers(), ages);
    }
}
