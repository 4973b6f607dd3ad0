package io.cybervpn.domain.identity.repository;

import io.cybervpn.domain.identity.model.TrialIdentifier;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Set;

/**
 * Who has no right to a trial any more. Kept as keyed hashes, which tell nobody who it is and
 * outlive the account. Every method works in the open unit of work.
 */
public interface TrialMarkers {
    /** Whether any of these is marked, under any key that was ever in use and is still known. */
    Uni<Boolean> isMarked(Set<TrialIdentifier> identifiers);

    /**
     * Marks all of these under the newest key, and waits for others who mark one of them right now.
     *
     * @return false when one of them was marked before; the others are marked all the same
     */
    Uni<Boolean> claim(Set<TrialIdentifier> identifiers, Instant at);

    /** Takes the marks of all of these away, under any key that is still known. Repeatable. */
    Uni<Void> unmark(Set<TrialIdentifier> identifiers);

    /** Marks all of these under the newest key. Repeatable. */
    Uni<Void> mark(Set<TrialIdentifier> identifiers, Instant at);
}
