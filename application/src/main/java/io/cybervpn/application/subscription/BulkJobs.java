package io.cybervpn.application.subscription;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where bulk jobs are kept. Every method works in the open unit of work. */
public interface BulkJobs {
    /** Who it would be done with, the first {@code limit}, in a fixed order. */
    Uni<List<UUID>> subjects(BulkTarget target, boolean customers, int limit);

    /**
     * Stores a new job with a row for each subject.
     *
     * @return false when there is one with this key already; then nothing was stored
     */
    Uni<Boolean> add(BulkJob job, List<UUID> subjects);

    /** The job with this key. */
    Uni<Optional<BulkJob>> ofKey(String key);

    /** One job. */
    Uni<Optional<BulkJob>> find(UUID id);

    /** Its rows, counted. */
    Uni<BulkJob.Progress> progress(UUID id);

    /** Its rows after a position, in their order; of one state only when that is given. */
    Uni<List<BulkJob.Row>> rows(UUID id, Optional<BulkJob.RowState> state, int after, int limit);

    /** Rows of running jobs whose turn has come, in their order; locks nothing. */
    Uni<List<BulkJob.Place>> due(Instant now, int limit);

    /** Locks a row that waits still; empty when it does not, or somebody has locked it. */
    Uni<Optional<UUID>> lock(BulkJob.Place place);

    /** Stores what became of a locked row. */
    Uni<Void> mark(BulkJob.Place place, BulkJob.RowState state, String detail, Instant at);

    /**
     * A try of a row came to nothing: it is due again at {@code next}, or after {@code triesMax} of
     * them it has failed.
     */
    Uni<Void> putOff(BulkJob.Place place, Instant next, int triesMax);

    /** Stops a running job; its waiting rows are cancelled. Repeatable. */
    Uni<Void> cancel(UUID id, Instant at);

    /** Ends running jobs of which no row waits. */
    Uni<Void> finish(Instant at);
}
