package io.cybervpn.domain.renewal.repository;

import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.renewal.PeriodKey;
import io.cybervpn.domain.renewal.model.Cycle;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is done about the ends of periods. Every method belongs to the open unit of work. */
public interface Cycles {
    /**
     * Stores a new one. Of many at once for one period exactly one is stored.
     *
     * @return false when the period has one; then nothing was stored
     */
    Uni<Boolean> add(Cycle cycle);

    /** Reads one without holding it. */
    Uni<Optional<Cycle>> find(PeriodKey key);

    /** Reads one and keeps others from changing it until the unit of work ends. */
    Uni<Optional<Cycle>> lock(PeriodKey key);

    /** The same for the one that an order was placed for. */
    Uni<Optional<Cycle>> lockByOrder(OrderId order);

    /** Stores the new state of a locked one. */
    Uni<Void> save(Cycle cycle);

    /**
     * Takes some that are due, longest due first, and makes them due again at {@code lease}. What
     * somebody else takes at this moment is left out.
     *
     * @param limit 1 to 1000
     */
    Uni<List<Cycle>> claimDue(Instant now, Instant lease, int limit);

    /**
     * Notes that a step of a period is done. Of many at once exactly one is told true.
     *
     * @return false when it was noted before
     */
    Uni<Boolean> note(PeriodKey key, String step, Instant at);

    /** Notes that an order was placed for a period; for the proof. Repeatable. */
    Uni<Void> noteAttempt(PeriodKey key, OrderId order, Instant at);

    /** Cancels all open ones of an account but those that are charged for at this moment. */
    Uni<Void> cancelAllOf(AccountId account, Instant now);

    /** Makes all of an account another's. Repeatable. */
    Uni<Void> reown(AccountId from, AccountId into);
}
