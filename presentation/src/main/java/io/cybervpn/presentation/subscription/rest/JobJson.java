package io.cybervpn.presentation.subscription.rest;

import io.cybervpn.application.subscription.BulkJob;
import io.cybervpn.application.subscription.ViewBulkJob;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How far something is that is done with many.
 *
 * @param state {@code running}, {@code done} or {@code cancelled}
 * @param createdBy which member of staff
 * @param total how many rows it has
 * @param refused by a rule; the rows say by which
 * @param failed by a fault, after three tries
 */
@Schema(name = "BulkJob")
record JobJson(
        UUID id,
        @Schema(examples = "extend") String action,
        @Schema(examples = "running") String state,
        String reason,
        UUID createdBy,
        Instant createdAt,
        @Schema(nullable = true) @Nullable Instant endedAt,
        long total,
        long waiting,
        long done,
        long refused,
        long failed,
        long cancelled) {
    static JobJson of(ViewBulkJob.Result.Shown shown) {
        BulkJob job = shown.job();
        BulkJob.Progress progress = shown.progress();
        return new JobJson(
                job.id(),
                job.action().code(),
                job.state().code(),
                job.reason(),
                job.staff().value(),
                job.createdAt(),
                job.endedAt().orElse(null),
                job.total(),
                progress.waiting(),
                progress.done(),
                progress.refused(),
                progress.failed(),
                progress.cancelled());
    }

    /**
     * With which it would be done, or what was begun.
     *
     * @param count how many
     * @param sample of a dry run: the first of them
     * @param jobId of what was begun; null in a dry run
     */
    @Schema(name = "BulkActionStarted")
    record StartedJson(
            int count, List<UUID> sample, @Schema(nullable = true) @Nullable UUID jobId) {}

    /** A piece of the rows of a job; repeat with {@code cursor} until there is none. */
    @Schema(name = "BulkJobRows")
    record RowsJson(List<RowJson> items, @Schema(nullable = true) @Nullable String nextCursor) {
        static RowsJson of(List<BulkJob.Row> rows, int limit) {
            return new RowsJson(
                    rows.stream().map(RowJson::of).toList(),
                    rows.size() < limit ? null : String.valueOf(rows.getLast().position()));
        }
    }

    /**
     * One row.
     *
     * @param subject the subscription, or the customer
     * @param state {@code waiting}, {@code done}, {@code refused}, {@code failed} or {@code
     *     cancelled}
     * @param code why it was refused; null when it was not
     */
    @Schema(name = "BulkJobRow")
    record RowJson(
            int position,
            UUID subject,
            @Schema(examples = "done") String state,
            @Schema(nullable = true) @Nullable String code,
            @Schema(nullable = true) @Nullable Instant at) {
        static RowJson of(BulkJob.Row row) {
            return new RowJson(
                    row.position(),
                    row.subject(),
                    row.state().code(),
                    row.detail().isEmpty() ? null : row.detail(),
                    row.at().orElse(null));
        }
    }
}
