package io.cybervpn.domain.appstore.repository;

import io.cybervpn.domain.appstore.model.StoreCustomer;
import io.cybervpn.domain.identity.AccountId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who buys in stores, and who has to be read anew. Every method works in the open unit of work. */
public interface StoreCustomers {
    /** Which of these are accounts of ours, whatever became of them, in the order given. */
    Uni<List<AccountId>> ours(List<UUID> ids);

    /**
     * Somebody is due now. Repeatable.
     *
     * @param leaving purchases of his may be gone
     */
    Uni<Void> ask(String appUser, AccountId account, boolean leaving, Instant now);

    /** All whose purchases have no plan are due now. */
    Uni<Void> askUnmapped(Instant now);

    /**
     * Takes those that are due, the longest waiting first; each is due again after a pause that
     * grows with its tries, up to ten minutes, until it is finished.
     */
    Uni<List<StoreCustomer>> claimDue(Instant now, int limit);

    /** Reads one and keeps it from others until the unit of work ends. */
    Uni<Optional<StoreCustomer>> lock(String appUser);

    /**
     * A reading counted.
     *
     * @param read as claimed: one that was asked for again meanwhile stays due
     * @param readAt by the other side's clock
     * @param next when to look again; empty: when asked
     */
    Uni<Void> finish(StoreCustomer read, Instant readAt, boolean unmapped, Optional<Instant> next);

    /** Those that were read since, at most so many, the latest first. */
    Uni<List<StoreCustomer>> readSince(Instant since, int limit);

    /** They are another account's from now on. */
    Uni<Void> reown(AccountId from, AccountId into);

    /** They are forgotten. */
    Uni<Void> forget(AccountId gone);
}
