package io.cybervpn.presentation.renewal.rest;

import io.cybervpn.application.renewal.DunningDays;
import io.cybervpn.application.renewal.DunningPolicyView;
import io.cybervpn.domain.renewal.GraceService;
import io.cybervpn.domain.renewal.Scope;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
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
     * @param graceService what is given in the grace instead of all of the plan, and after traffic
     *     was used up; null: all of the plan in the grace, and nothing after traffic was used up
     */
    @Schema(name = "DunningDays")
    record DaysJson(
            @NotNull @Size(max = 10) List<@NotNull @Min(0) @Max(30) Integer> remindDaysBefore,
            @Min(0) @Max(14) int chargeDaysBefore,
            @NotNull @Size(max = 10) List<@NotNull @Min(1) @Max(60) Integer> retryDays,
            @Min(0) @Max(30) int graceDays,
            @Min(1) @Max(365) @Schema(nullable = true) @Nullable Integer terminateDays,
            @Valid @Schema(nullable = true) @Nullable ServiceJson graceService) {
        DunningDays toDays() {
            return new DunningDays(
                    remindDaysBefore,
                    chargeDaysBefore,
                    retryDays,
                    graceDays,
                    Optional.ofNullable(terminateDays),
                    Optional.ofNullable(graceService).map(ServiceJson::toService));
        }

        static DaysJson of(DunningDays days) {
            return new DaysJson(
                    days.remindDaysBefore(),
                    days.chargeDaysBefore(),
                    days.retryDays(),
                    days.graceDays(),
                    days.terminateDays().orElse(null),
                    days.graceService().map(ServiceJson::of).orElse(null));
        }
    }

    /**
     * A small service, given once for each end and once for each period of traffic. At least one of
     * {@code afterEnd} and {@code afterLimitHours} is said.
     *
     * @param trafficBytes on top of what was used when it began
     * @param serverGroups where it is given; none: those of the plan
     * @param afterEnd whether the grace after an end is this service
     * @param afterLimitHours for how long it is given after traffic was used up; 0: not at all
     */
    @Schema(name = "GraceService")
    record ServiceJson(
            @Min(GraceService.TRAFFIC_MIN) @Max(GraceService.TRAFFIC_MAX) long trafficBytes,
            @Size(max = GraceService.GROUPS_MAX) @Schema(nullable = true)
                    @Nullable List<@NotBlank @Size(max = 100) String> serverGroups,
            boolean afterEnd,
            @Min(0) @Max(GraceService.HOURS_MAX) int afterLimitHours) {
        /** Only of one without a {@link #flaw}. */
        GraceService toService() {
            return new GraceService(trafficBytes, groups(), afterEnd, afterLimitHours);
        }

        private List<String> groups() {
            return serverGroups == null ? List.of() : serverGroups;
        }

        /** Where it is wrong, if it is. */
        Optional<String> flaw() {
            if (!GraceService.isGiven(afterEnd, afterLimitHours)) {
                return Optional.of("/days/graceService/afterLimitHours");
            }
            return GraceService.areNames(groups())
                    ? Optional.empty()
                    : Optional.of("/days/graceService/serverGroups");
        }

        static ServiceJson of(GraceService service) {
            return new ServiceJson(
                    service.trafficBytes(),
                    service.serverGroups(),
                    service.afterEnd(),
                    service.afterLimitHours());
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
