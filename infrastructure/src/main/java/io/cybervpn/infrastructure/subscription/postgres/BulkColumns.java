package io.cybervpn.infrastructure.subscription.postgres;

import io.cybervpn.application.subscription.BulkAction;
import io.cybervpn.application.subscription.BulkJob;
import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.domain.identity.AccountId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of bulk jobs, and the columns that keep what an action needs. */
record BulkColumns(@Nullable Integer days, @Nullable Boolean timeRuns, @Nullable UUID plan) {
    static BulkColumns of(BulkAction action) {
        return switch (action) {
            case BulkAction.Extend(var days) -> new BulkColumns(days, null, null);
            case BulkAction.Suspend(var timeRuns) -> new BulkColumns(null, timeRuns, null);
            case BulkAction.GrantDays(var plan, var days) ->
                    new BulkColumns(days, null, plan.value());
            case BulkAction.Unsuspend _,
                    BulkAction.Terminate _,
                    BulkAction.ResetTrials _,
                    BulkAction.Sync _ ->
                    new BulkColumns(null, null, null);
        };
    }

    static BulkJob job(Object[] row) {
        return new BulkJob(
                (UUID) row[0],
                new AccountId((UUID) row[1]),
                (String) row[2],
                action((String) row[3], row),
                (String) row[7],
                BulkJob.State.valueOf(((String) row[8]).toUpperCase(Locale.ROOT)),
                ((Number) row[9]).intValue(),
                moment(row[10]).orElseThrow(),
                moment(row[11]));
    }

    private static BulkAction action(String code, Object[] row) {
        return switch (code) {
            case "extend" -> new BulkAction.Extend(days(row));
            case "suspend" -> new BulkAction.Suspend((boolean) Objects.requireNonNull(row[5]));
            case "unsuspend" -> new BulkAction.Unsuspend();
            case "terminate" -> new BulkAction.Terminate();
            case "grant" ->
                    new BulkAction.GrantDays(
                            new PlanId((UUID) Objects.requireNonNull(row[6])), days(row));
            case "sync" -> new BulkAction.Sync();
            case "reset_trial" -> new BulkAction.ResetTrials();
            default -> throw new IllegalStateException("no bulk action " + code);
        };
    }

    private static int days(Object[] row) {
        return ((Number) Objects.requireNonNull(row[4])).intValue();
    }

    static BulkJob.Progress progress(Object[] row) {
        return new BulkJob.Progress(
                count(row[0]), count(row[1]), count(row[2]), count(row[3]), count(row[4]));
    }

    private static long count(Object value) {
        return ((Number) value).longValue();
    }

    static BulkJob.Row row(Object[] row) {
        return new BulkJob.Row(
                ((Number) row[0]).intValue(),
                (UUID) row[1],
                BulkJob.RowState.valueOf(((String) row[2]).toUpperCase(Locale.ROOT)),
                (String) row[3],
                moment(row[4]));
    }

    static BulkJob.Place place(Object[] row) {
        return new BulkJob.Place((UUID) row[0], ((Number) row[1]).intValue());
    }

    private static Optional<Instant> moment(@Nullable Object value) {
        return Optional.ofNullable(value)
                .map(
                        at ->
                                at instanceof Instant instant
                                        ? instant
                                        : ((OffsetDateTime) at).toInstant());
    }
}
