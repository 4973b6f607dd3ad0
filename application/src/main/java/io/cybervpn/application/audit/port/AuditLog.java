package io.cybervpn.application.audit.port;

import io.cybervpn.domain.audit.model.ChainedRecord;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The audit trail to be read. Only what is committed is there. */
public interface AuditLog {
    /**
     * Rows in the order of the chain. A row that was removed leaves a gap.
     *
     * @param position the first row is the one after it; 0 for the start
     * @param limit 1 or more
     */
    Uni<List<ChainedRecord>> after(long position, int limit);

    /** The newest rows of those that are wanted, newest first, at most {@code limit}. */
    Uni<List<ChainedRecord>> page(Filter filter, Optional<Cursor> before, int limit);

    /** A row that is in no chain; the trail has none unless somebody went past it. */
    Uni<Optional<UUID>> unchained();

    /**
     * Which rows; what is empty does not matter.
     *
     * @param action the whole action, or its beginning with a dot at the end: {@code catalogue.}
     * @param from inclusive
     * @param to exclusive
     */
    record Filter(
            Optional<UUID> actor,
            Optional<String> action,
            Optional<String> objectType,
            Optional<String> objectId,
            Optional<Instant> from,
            Optional<Instant> to) {
        /** Every row. */
        public static final Filter ALL =
                new Filter(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
    }

    /** Where a page ended: the next one is of older rows. */
    record Cursor(Instant at, UUID id) {}
}
