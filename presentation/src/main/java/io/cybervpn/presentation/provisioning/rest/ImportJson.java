package io.cybervpn.presentation.provisioning.rest;

import io.cybervpn.application.provisioning.imports.ImportJob;
import io.cybervpn.application.provisioning.imports.ViewImport;
import io.cybervpn.application.subscription.BulkJob;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How far people who come from elsewhere are taken over.
 *
 * @param source {@code panel}: users of the panel; else of which kind of shop its file is
 * @param shop what staff call that shop
 * @param dryRun whether it only says what would come of each
 * @param state {@code running}, {@code done} or {@code cancelled}
 * @param createdBy which member of staff
 * @param total how many rows it has
 * @param refused by a rule; the rows say by which
 * @param failed by a fault, after three tries
 */
@Schema(name = "Import")
record ImportJson(
        UUID id,
        UUID panelId,
        UUID planId,
        @Schema(examples = "panel") String source,
        @Schema(nullable = true) @Nullable String shop,
        boolean dryRun,
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
    static ImportJson of(ViewImport.Result.Shown shown) {
        ImportJob job = shown.job();
        BulkJob.Progress progress = shown.progress();
        return new ImportJson(
                job.id(),
                job.terms().panel().value(),
                job.terms().plan().value(),
                job.terms().file().map(file -> file.source().code()).orElse("panel"),
                job.terms().file().map(ImportJob.FileTerms::shop).orElse(null),
                job.terms().file().map(ImportJob.FileTerms::dryRun).orElse(false),
                job.state().code(),
                job.asked().reason(),
                job.asked().staff().value(),
                job.createdAt(),
                job.endedAt().orElse(null),
                job.total(),
                progress.waiting(),
                progress.done(),
                progress.refused(),
                progress.failed(),
                progress.cancelled());
    }

    /** A piece of the rows; repeat with {@code cursor} until there is none. */
    @Schema(name = "ImportRows")
    record RowsJson(List<RowJson> items, @Schema(nullable = true) @Nullable String nextCursor) {
        static RowsJson of(List<ImportJob.Row> rows, int limit) {
            return new RowsJson(
                    rows.stream().map(RowJson::of).toList(),
                    rows.size() < limit ? null : String.valueOf(rows.getLast().position()));
        }
    }

    /**
     * One row.
     *
     * @param name at the panel, or of the line at its shop; null once its owner was erased
     * @param state {@code waiting}, {@code done}, {@code refused}, {@code failed} or {@code
     *     cancelled}
     * @param code why it was refused; null when it was not
     * @param notes what is to be said of one that is done
     * @param userId whose it is now; null in a dry run
     * @param subscriptionId null for one who has no time left
     */
    @Schema(name = "ImportRow")
    record RowJson(
            int position,
            @Schema(nullable = true) @Nullable String name,
            @Schema(examples = "done") String state,
            @Schema(nullable = true) @Nullable String code,
            List<String> notes,
            @Schema(nullable = true) @Nullable UUID userId,
            @Schema(nullable = true) @Nullable UUID subscriptionId,
            @Schema(nullable = true) @Nullable Instant at) {
        static RowJson of(ImportJob.Row row) {
            return new RowJson(
                    row.position(),
                    row.name().orElse(null),
                    row.state().code(),
                    row.code().orElse(null),
                    row.notes(),
                    row.made().map(made -> made.account().value()).orElse(null),
                    row.made().flatMap(ImportJob.Made::subscription).orElse(null),
                    row.at().orElse(null));
        }

        /** Leaves the name out. */
        @Override
        public String toString() {
            return "RowJson[" + position + ", " + state + "]";
        }
    }
}
