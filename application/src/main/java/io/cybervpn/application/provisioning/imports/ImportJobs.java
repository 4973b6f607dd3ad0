package io.cybervpn.application.provisioning.imports;

import io.cybervpn.application.subscription.BulkJob;
import io.cybervpn.domain.identity.AccountId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where jobs of people who come from elsewhere are kept. All works in the open unit of work. */
public interface ImportJobs {
    /**
     * Stores a new job with its rows, in their order.
     *
     * @return false when there is one with this key already; then nothing was stored
     */
    Uni<Boolean> add(ImportJob job, List<ImportJob.Entry> rows);

    /** The job with this key. */
    Uni<Optional<ImportJob>> ofKey(String key);

    /** One job. */
    Uni<Optional<ImportJob>> find(UUID id);

    /** The latest jobs, newest first. */
    Uni<List<ImportJob>> latest(int limit);

    /** Its rows, counted. */
    Uni<BulkJob.Progress> progress(UUID id);

    /** Its rows after a position, in their order; of one state only when that is given. */
    Uni<List<ImportJob.Row>> rows(UUID id, Optional<BulkJob.RowState> state, int after, int limit);

    /** Jobs that run, oldest first. */
    Uni<List<ImportJob>> running(int limit);

    /** Rows of a job whose turn has come, in their order; locks nothing. */
    Uni<List<ImportJob.Turn>> due(UUID id, Instant now, int limit);

    /** Locks a row that waits still; false when it does not, or somebody has locked it. */
    Uni<Boolean> lock(BulkJob.Place place);

    /** Stores what became of a locked row. */
    Uni<Void> mark(BulkJob.Place place, ImportJob.Outcome outcome, Instant at);

    /**
     * A try of a row came to nothing: it is due again at {@code next}, or after {@code triesMax} of
     * them it has failed.
     */
    Uni<Void> putOff(BulkJob.Place place, Instant next, int triesMax);

    /** All rows of a job that wait are not due before {@code next}; counts as no try. */
    Uni<Void> pause(UUID id, Instant next);

    /** Stops a running job; its waiting rows are cancelled. Repeatable. */
    Uni<Void> cancel(UUID id, Instant at);

    /** Ends running jobs of which no row waits. */
    Uni<Void> finish(Instant at);

    /** Forgets under which names somebody was known elsewhere. Repeatable. */
    Uni<Void> forgetOf(AccountId account);

    /** Makes all rows of an account another's. Repeatable. */
    Uni<Void> reown(AccountId from, AccountId into);
}
