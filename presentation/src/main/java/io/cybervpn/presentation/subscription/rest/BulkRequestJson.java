package io.cybervpn.presentation.subscription.rest;

import io.cybervpn.application.subscription.BulkAction;
import io.cybervpn.application.subscription.BulkTarget;
import io.cybervpn.application.subscription.GiveTime;
import io.cybervpn.application.subscription.SubscriptionRecords;
import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.subscription.SubscriptionStatus;
import io.cybervpn.presentation.shared.rest.Problem;
import io.cybervpn.presentation.shared.rest.ProblemException;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Something that is done with many; with {@code ids} or with a {@code filter}, not both.
 *
 * @param action {@code extend}, {@code suspend}, {@code unsuspend}, {@code terminate} or {@code
 *     sync} subscriptions; {@code grant} or {@code reset_trial} for customers
 * @param ids of subscriptions, or of customers; up to 10000
 * @param filter the subscriptions that match, or their customers
 * @param days of extend (below zero: taken) and grant
 * @param timeRuns of suspend
 * @param planId of grant
 * @param dryRun only say with which it would be done
 */
@Schema(
        name = "BulkAction",
        requiredProperties = {"action"})
record BulkRequestJson(
        @NotNull @Schema(examples = "extend") String action,
        @Schema(nullable = true) @Nullable List<UUID> ids,
        @Schema(nullable = true) @Nullable FilterJson filter,
        @Schema(nullable = true) @Nullable Integer days,
        @Schema(nullable = true) @Nullable Boolean timeRuns,
        @Schema(nullable = true) @Nullable UUID planId,
        @Schema(nullable = true) @Nullable Boolean dryRun) {

    /**
     * Which subscriptions; what is left out does not matter.
     *
     * @param status any of these
     * @param expireFrom ends then or later
     * @param expireTo ends earlier
     */
    @Schema(name = "BulkFilter")
    record FilterJson(
            @Schema(nullable = true) @Nullable List<String> status,
            @Schema(nullable = true) @Nullable UUID userId,
            @Schema(nullable = true) @Nullable UUID planId,
            @Schema(nullable = true) @Nullable Instant expireFrom,
            @Schema(nullable = true) @Nullable Instant expireTo) {
        private SubscriptionRecords.Filter read() {
            List<String> wanted = status == null ? List.of() : status;
            return new SubscriptionRecords.Filter(
                    wanted.stream().map(FilterJson::status).collect(Collectors.toUnmodifiableSet()),
                    Optional.ofNullable(userId).map(AccountId::new),
                    Optional.ofNullable(planId).map(PlanId::new),
                    Optional.ofNullable(expireFrom),
                    Optional.ofNullable(expireTo));
        }

        private static SubscriptionStatus status(String code) {
            return SubscriptionFilterParams.status(code);
        }
    }

    boolean wantsDryRun() {
        return Optional.ofNullable(dryRun).orElse(false);
    }

    BulkTarget target() {
        List<UUID> given = ids == null ? List.of() : ids;
        if (given.isEmpty() == (filter == null)) {
            throw wrong("/ids", "Send ids or a filter.");
        }
        if (given.size() > BulkTarget.These.IDS_MAX) {
            throw wrong("/ids", "At most 10000 ids.");
        }
        return filter == null
                ? new BulkTarget.These(given)
                : new BulkTarget.Matching(filter.read());
    }

    BulkAction read() {
        if (action.equals("extend")) {
            return new BulkAction.Extend(sound(-GiveTime.DAYS_MAX));
        }
        if (action.equals("suspend")) {
            return new BulkAction.Suspend(
                    Optional.ofNullable(timeRuns)
                            .orElseThrow(() -> wrong("/timeRuns", "Say whether time runs.")));
        }
        return plain();
    }

    private BulkAction plain() {
        return switch (action) {
            case "unsuspend" -> new BulkAction.Unsuspend();
            case "sync" -> new BulkAction.Sync();
            case "terminate" -> new BulkAction.Terminate();
            case "reset_trial" -> new BulkAction.ResetTrials();
            case "grant" ->
                    new BulkAction.GrantDays(
                            Optional.ofNullable(planId)
                                    .map(PlanId::new)
                                    .orElseThrow(() -> wrong("/planId", "Say which plan.")),
                            sound(1));
            case String unknown -> throw wrong("/action", "There is no action " + unknown + ".");
        };
    }

    private int sound(int least) {
        return Optional.ofNullable(days)
                .filter(count -> count != 0 && count >= least && count <= GiveTime.DAYS_MAX)
                .orElseThrow(() -> wrong("/days", "Days are 1 to 3650; extend may take some."));
    }

    private static ProblemException wrong(String pointer, String text) {
        return Problem.invalid(pointer, "invalid", text).asException();
    }
}
