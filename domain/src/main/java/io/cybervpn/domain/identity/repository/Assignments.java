package io.cybervpn.domain.identity.repository;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.RoleCode;
import io.cybervpn.domain.identity.model.Assignment;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Where it is kept who has which role. Every method works in the open unit of work. */
public interface Assignments {
    /**
     * One changes assignments at a time, until the unit of work ends: rules such as "the last one
     * stays" look at more than one row.
     */
    Uni<Void> takeTurn();

    /** The roles of somebody, those that ended too, by code. */
    Uni<List<Assignment>> of(AccountId account);

    /** Stores an assignment in place of one of the same role. */
    Uni<Void> put(Assignment assignment);

    /** Takes a role away. Repeatable. */
    Uni<Void> remove(AccountId account, RoleCode role);

    /** Whether anybody has the role, also when it ended for him. */
    Uni<Boolean> anyOf(RoleCode role);

    /** Whether another active member of staff has the role for good. */
    Uni<Boolean> lastsWithout(AccountId account, RoleCode role);
}
