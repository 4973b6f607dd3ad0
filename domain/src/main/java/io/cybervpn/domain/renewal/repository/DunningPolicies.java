package io.cybervpn.domain.renewal.repository;

import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.renewal.Scope;
import io.cybervpn.domain.renewal.model.DunningPolicy;
import io.cybervpn.domain.renewal.model.ScopedPolicy;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The policies that staff made. Only for an open unit of work. */
public interface DunningPolicies {
    /** What holds for a customer's subscription of a plan. */
    Uni<DunningPolicy> of(PlanId plan, AccountId account);

    /** Up to {@code limit} of them, that for everybody first. */
    Uni<List<ScopedPolicy>> all(int limit);

    /** Reads one and keeps others from changing it until the unit of work ends. */
    Uni<Optional<ScopedPolicy>> lock(Scope scope);

    /**
     * Stores the next version of a locked one, or the first.
     *
     * @return false when somebody else stored the first meanwhile; then nothing was stored
     */
    Uni<Boolean> put(ScopedPolicy policy, Instant now);

    /** Removes one; what holds for others holds again. */
    Uni<Void> remove(Scope scope);

    /** Removes that of a customer. */
    default Uni<Void> forget(AccountId account) {
        return remove(new Scope.OfCustomer(account));
    }
}
