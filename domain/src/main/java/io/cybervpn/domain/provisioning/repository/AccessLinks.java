package io.cybervpn.domain.provisioning.repository;

import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.model.AccessLink;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The links that clients poll, at most one of an access, and what became of those that were given
 * out: each change of an access or of its link is noted with it, in the same transaction, until
 * somebody says that no cache holds the old answer any more. Every method works in the open unit of
 * work.
 */
public interface AccessLinks {
    /**
     * A link whose answer became another.
     *
     * @param tokenHash empty when the access has no link yet
     * @param former whether the token opens nothing any more, rather than something else
     * @param number of the change; a later one has a greater number
     */
    record Change(AccessId access, Optional<String> tokenHash, boolean former, long number) {}

    /**
     * Stores the first link of an access. Of many at once exactly one is stored.
     *
     * @return false when the access has one; then nothing was stored
     */
    Uni<Boolean> add(AccessLink link);

    /** The link of an access. */
    Uni<Optional<AccessLink>> find(AccessId access);

    /** The access whose link has a token with this hash. */
    Uni<Optional<AccessId>> withHash(String tokenHash);

    /**
     * Puts a token in the place of the one before, or in no place. The one before opens nothing
     * from then on.
     */
    Uni<Void> replace(AccessLink link);

    /** Whether the link, or the one before it, was sent to its owner. False where there is none. */
    Uni<Boolean> isSent(AccessId access);

    /** Notes that it was sent, for the first time. Repeatable; nothing where there is no link. */
    Uni<Void> sent(AccessId access, Instant at);

    /**
     * Accesses without a link, by their ids.
     *
     * @param limit 1 to 1000
     */
    Uni<List<AccessId>> withoutLink(int limit);

    /**
     * Changes that nobody said to be {@link #settled}, oldest first.
     *
     * @param limit 1 to 1000
     */
    Uni<List<Change>> changes(int limit);

    /** Forgets changes; one that came again meanwhile stays. Repeatable. */
    Uni<Void> settled(List<Change> changes);
}
