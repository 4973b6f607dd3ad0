package io.cybervpn.presentation.renewal.rest;

import io.cybervpn.application.renewal.DunningDays;
import io.cybervpn.application.renewal.DunningPolicyView;
import io.cybervpn.domain.renewal.Scope;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is done around the ends of subscriptions.
 *
 * @param scope {@code default}, {@code plan} or {@code customer}
 * @param id of the plan or the customer; null for the default
 * @param version to give back with an edit; 0: nobody ever made one
 */
@Schema(name = "DunningPolicy")
record DunningPolicyJson(
        String scope, @Schema(nullable = true) Optional<UUID> id, long version, DaysJson days) {
    /**
     * Whole days of 24 h.
     *
     * @param remindDaysBefore the end, each 0 to 30
     * @param chargeDaysBefore the end, when a renewal is first tried, 0 to 14
     * @param retryDays after that, each 1 to 60
     * @param graceDays for how long access goes on after the end, 0 to 30
     * @param terminateDays after the end, more than the grace; null: never
     */
    @Schema(name = "DunningDays")
    record DaysJson(
            @NotNull @Size(max = 10) List<@NotNull @Min(0) @Max(30) Integer> remindDaysBefore,
            @Min(0) @Max(14) int chargeDaysBefore,
            @NotNull @Size(max = 10) List<@NotNull @Min(1) @Max(60) Integer> retryDays,
            @Min(0) @Max(30) int graceDays,
            @Min(1) @Max(365) @Schema(nullable = true) @Nullable Integer terminateDays) {
        DunningDays toDays() {
            return new DunningDays(
                    remindDaysBefore,
                    chargeDaysBefore,
                    retryDays,
                    graceDays,
                    Optional.ofNullable(terminateDays));
        }

        static DaysJson of(DunningDays days) {
            return new DaysJson(
                    days.remindDaysBefore(),
                    days.chargeDaysBefore(),
                    days.retryDays(),
                    days.graceDays(),
                    days.terminateDays().orElse(null));
        }
    }

    /** All of them. */
    @Schema(name = "DunningPolicies")
    record ListJson(List<DunningPolicyJson> items) {}

    static DunningPolicyJson of(DunningPolicyView view) {
        return switch (view.scope()) {
            case Scope.Everybody() -> of("default", Optional.empty(), view);
            case Scope.OfPlan(var plan) -> of("plan", Optional.of(plan.value()), view);
            case Scope.OfCustomer(var account) ->
                    of("customer", Optional.of(account.value()), view);
        };
    }

    private static DunningPolicyJson of(String scope, Optional<UUID> id, DunningPolicyView view) {
        return new DunningPolicyJson(scope, id, view.version(), DaysJson.of(view.days()));
    }
}
