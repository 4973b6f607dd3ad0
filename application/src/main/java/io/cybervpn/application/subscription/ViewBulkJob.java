package io.cybervpn.application.subscription;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.application.shared.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Shows staff how far a bulk job is, and what became of its rows. */
@Singleton
public final class ViewBulkJob {
    private final UnitOfWork unitOfWork;
    private final BulkJobs jobs;

    @Inject
    ViewBulkJob(UnitOfWork unitOfWork, BulkJobs jobs) {
        this.unitOfWork = unitOfWork;
        this.jobs = jobs;
    }

    /**
     * Which.
     *
     * @param rows which of its rows
     */
    public record Query(Actor actor, UUID job, Rows rows) {}

    /**
     * A piece of the rows.
     *
     * @param state only of this state
     * @param after the position of the last one seen; -1: from the first
     * @param limit 0 to 500
     */
    public record Rows(Optional<BulkJob.RowState> state, int after, int limit) {
        /** None. */
        public static Rows none() {
            return new Rows(Optional.empty(), -1, 0);
        }
    }

    /** The answer. */
    public sealed interface Result {
        /** It. */
        record Shown(BulkJob job, BulkJob.Progress progress, List<BulkJob.Row> rows)
                implements Result {
            /** Copies the list. */
            public Shown {
                rows = List.copyOf(rows);
            }
        }

        /** There is none. */
        record NoSuchJob() implements Result {}

        /** The actor lacks {@link Permission#SUBSCRIPTIONS_READ}. */
        record Forbidden() implements Result {}
    }

    /** Shows. */
    public Uni<Result> execute(Query query) {
        return query.actor().may(Permission.SUBSCRIPTIONS_READ)
                ? unitOfWork.run(() -> jobs.find(query.job()).chain(found -> show(found, query)))
                : Uni.createFrom().item(new Result.Forbidden());
    }

    private Uni<Result> show(Optional<BulkJob> found, Query query) {
        return found.map(job -> show(job, query))
                .orElseGet(() -> Uni.createFrom().item(new Result.NoSuchJob()));
    }

    private Uni<Result> show(BulkJob job, Query query) {
        Rows wanted = query.rows();
        return jobs.progress(job.id())
                .chain(
                        progress ->
                                rows(job.id(), wanted)
                                        .map(rows -> new Result.Shown(job, progress, rows)));
    }

    private Uni<List<BulkJob.Row>> rows(UUID job, Rows wanted) {
        return wanted.limit() == 0
                ? Uni.createFrom().item(List.of())
                : jobs.rows(job, wanted.state(), wanted.after(), wanted.limit());
    }
}
