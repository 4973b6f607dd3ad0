package io.cybervpn.presentation.statistics.rest;

import io.cybervpn.application.statistics.ShowCohorts;
import io.cybervpn.application.statistics.ShowCohorts.Age;
import io.cybervpn.application.statistics.ShowCohorts.Cohort;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.presentation.shared.rest.MoneyJson;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Customers by the month of their first payment, the oldest first. */
@Schema(name = "StatisticsCohorts")
public record CohortsJson(List<CohortJson> cohorts) {
    /** Who first paid in one month. */
    @Schema(name = "StatisticsCohort")
    public record CohortJson(Instant monthAt, long customers, List<AgeJson> ages) {
        static CohortJson of(Cohort cohort, Asset asset) {
            return new CohortJson(
                    cohort.month(),
                    cohort.customers(),
                    cohort.ages().stream().map(age -> AgeJson.of(age, asset)).toList());
        }
    }

    /**
     * So many months later.
     *
     * @param retentionBp who paid in that month, of all of the cohort, in basis points
     * @param ltv what a customer of it has brought until the end of that month
     */
    @Schema(name = "StatisticsCohortAge")
    public record AgeJson(
            int months,
            long payers,
            MoneyJson net,
            @Schema(nullable = true) @Nullable Long retentionBp,
            @Schema(nullable = true) @Nullable MoneyJson ltv) {
        static AgeJson of(Age age, Asset asset) {
            return new AgeJson(
                    age.months(),
                    age.payers(),
                    Figures.money(age.net(), asset),
                    Figures.number(age.retentionBp()),
                    Figures.money(age.ltv(), asset));
        }
    }

    static CohortsJson of(ShowCohorts.Result.Read read, Asset asset) {
        return new CohortsJson(
                read.cohorts().stream().map(cohort -> CohortJson.of(cohort, asset)).toList());
    }
}
