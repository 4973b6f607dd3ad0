package io.cybervpn.domain.provisioning.repository;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.domain.provisioning.model.Access;
import io.cybervpn.domain.provisioning.model.PanelUser;
import io.cybervpn.domain.provisioning.model.TrafficReading;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The desired-state records and their queue. Every method works in the open unit of work. A record
 * is due when its time has come or when a lease on it has run out, and never while it is leased.
 */
public interface Accesses {
    /**
     * What the panel tells of a user on the way.
     *
     * @param reading what it counts for him
     */
    record Usage(AccessId access, TrafficReading reading) {
        /** What a user of the panel tells of his traffic. */
        public static Usage of(AccessId access, PanelUser user) {
            return new Usage(access, user.reading());
        }
    }

    /** Finds a record as it is now. */
    Uni<Optional<Access>> find(AccessId id);

    /** Finds a record and keeps others from changing it until the unit of work ends. */
    Uni<Optional<Access>> lock(AccessId id);

    /** Those of these records that exist, in any order. */
    Uni<List<Access>> findAll(Set<AccessId> ids);

    /**
     * Stores the first wish. Of many at once for one record exactly one is stored; the others wait
     * for it to commit.
     *
     * @return false when the record exists; then nothing was stored
     */
    Uni<Boolean> add(Access.Pending access, Instant now);

    /**
     * Locks accesses that are wanted on a panel, in the order of their ids; those that others hold
     * are skipped.
     *
     * @param after only ids beyond this one
     */
    Uni<List<Access>> lockAt(PanelId panel, Optional<AccessId> after, int limit);

    /** Stores a changed wish; a worker's lease on the record goes on. */
    Uni<Void> save(Access.Pending access, Instant now);

    /**
     * Takes up to {@code limit} due records of a panel, those due longest first, and hides them
     * from others until {@code lease} has passed; records that others are taking are skipped.
     */
    Uni<List<Access>> claim(PanelId panel, int limit, Instant now, Duration lease);

    /** Ends a worker's lease as though it had not been taken; the record is due at a moment. */
    Uni<Void> release(AccessId id, Instant dueAt);

    /**
     * Stores what a worker found and ends its lease. A {@link #recheck} that came during the lease
     * is kept: the record is due again.
     */
    Uni<Void> settle(Access access, Instant now);

    /**
     * Makes ready records due, to be compared with the panel once more. Records that are pending,
     * failing or parked keep their own time.
     *
     * @return how many became due
     */
    Uni<Integer> recheck(Set<AccessId> ids, Instant now);

    /**
     * Notes used traffic, and that the panel has these users, in one statement. Records whose user
     * is known on another panel are left as they are.
     */
    Uni<Void> sighted(PanelId panel, List<Usage> usages, Instant at);

    /**
     * Makes due the ready records of a panel that no {@link #sighted} named since a moment, in one
     * statement; those that became ready or changed after it are spared.
     *
     * @return how many became due
     */
    Uni<Integer> recheckUnseen(PanelId panel, Instant since, Instant now);

    /**
     * The ready records that {@link #recheckUnseen} would make due, without doing that.
     *
     * @param limit 1 to 1000
     */
    Uni<List<AccessId>> unseen(PanelId panel, Instant since, int limit);

    /** Makes all records of an account another's; what is wanted stays. Repeatable. */
    Uni<Void> reown(AccountId from, AccountId into);
}
