package io.cybervpn.domain.provisioning.repository;

import io.cybervpn.domain.provisioning.RemovalNear;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;

/** What is to be removed from panels, with all data. Works in the open unit of work. */
public interface Removals {
    /**
     * Takes accesses that are removed after {@code now} and up to {@code until}, and whose owners
     * were not told of that moment yet; they count as told when the unit of work commits. Those
     * that others are taking are skipped.
     *
     * @param limit 1 to 1000
     */
    Uni<List<RemovalNear>> takeUntold(Instant now, Instant until, int limit);
}
