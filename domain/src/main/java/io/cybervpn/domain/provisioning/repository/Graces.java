package io.cybervpn.domain.provisioning.repository;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.model.Grace;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Who is or was served in grace. There is one row at most for each end and for each period of
 * traffic of an access, for ever. Every method works in the open unit of work.
 */
public interface Graces {
    /** How many of an access are read at most; each of its ends and periods has two at most. */
    int OF_ACCESS_MAX = 50;

    /**
     * An access whose grace is to be looked at.
     *
     * @param begunAt when that grace began
     */
    record Due(AccessId access, AccountId account, Instant begunAt) {}

    /** Behind which one of {@link #due} to go on. */
    record Mark(Instant begunAt, AccessId access) {
        /** Before all of them. */
        public static final Mark START = new Mark(Instant.EPOCH, new AccessId(new UUID(0, 0)));
    }

    /** The newest of an access, newest first. */
    Uni<List<Grace>> of(AccessId access);

    /** The newest one that is open. */
    Uni<Optional<Grace>> open(AccessId access);

    /** Stores one, in the place of the one of the same end or period. */
    Uni<Void> put(AccessId access, Grace grace);

    /**
     * Accesses with an open grace whose time is over, or whose traffic period is over by our count,
     * those that began first before others.
     *
     * @param after only those behind it
     * @param limit 1 to 1000
     */
    Uni<List<Due>> due(Instant now, Mark after, int limit);
}
