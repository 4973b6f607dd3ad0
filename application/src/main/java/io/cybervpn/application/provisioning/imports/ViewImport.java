package io.cybervpn.application.provisioning.imports;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.application.subscription.BulkJob;
import io.cybervpn.application.subscription.ViewBulkJob;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Shows staff how far people who come from elsewhere are taken over, and what became of each. */
@Singleton
public final class ViewImport {
    private final UnitOfWork unitOfWork;
    private final ImportJobs jobs;

    @Inject
    ViewImport(UnitOfWork unitOfWork, ImportJobs jobs) {
        this.unitOfWork = unitOfWork;
        this.jobs = jobs;
    }

    /**
     * Which.
     *
     * @param rows which of its rows
     */
    public record Query(Actor actor, UUID job, ViewBulkJob.Rows rows) {}

    /** The answer. */
    public sealed interface Result {
        /** It. */
        record Shown(ImportJob job, BulkJob.Progress progress, List<ImportJob.Row> rows)
                implements Result {
            /** Copies the list. */
            public Shown {
                rows = List.copyOf(rows);
            }
        }

        /** There is none. */
        record NoSuchJob() implements Result {}

        /** The actor lacks {@link Permission#IMPORTS_READ}. */
        record Forbidden() implements Result {}
    }

    /** Shows. */
    public Uni<Result> execute(Query query) {
        return query.actor().may(Permission.IMPORTS_READ)
                ? unitOfWork.run(() -> jobs.find(query.job()).chain(found -> show(found, query)))
                : Uni.createFrom().item(new Result.Forbidden());
    }

    private Uni<Result> show(Optional<ImportJob> found, Query query) {
        return found.map(job -> show(job, query.rows()))
                .orElseGet(() -> Uni.createFrom().item(new Result.NoSuchJob()));
    }

    private Uni<Result> show(ImportJob job, ViewBulkJob.Rows wanted) {
        return jobs.progress(job.id())
                .chain(
                        progress ->
                                rows(job.id(), wanted)
                                        .map(rows -> new Result.Shown(job, progress, rows)));
    }

    private Uni<List<ImportJob.Row>> rows(UUID job, ViewBulkJob.Rows wanted) {
        return wanted.limit() == 0
                ? Uni.createFrom().item(List.of())
                : jobs.rows(job, wanted.state(), wanted.after(), wanted.limit());
    }
}
