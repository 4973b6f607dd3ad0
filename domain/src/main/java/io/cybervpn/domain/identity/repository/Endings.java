package io.cybervpn.domain.identity.repository;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.Owner;
import io.smallrye.mutiny.Uni;
import java.time.Instant;

/** How accounts end for good. Every method works in the open unit of work. */
public interface Endings {
    /**
     * Forgets everything that identity knows of the owner of a locked account: addresses, names,
     * ways in, notes, tags, devices. The bare account stays, erased. Repeatable.
     */
    Uni<Void> erase(AccountId account, Instant at);

    /**
     * Gives what identity knows of a locked account to another locked one, which keeps its own
     * where there can be only one: e-mail with password, an identity of one provider, the name.
     * Notes and tags move. The bare account stays, merged. Not repeatable.
     */
    Uni<Void> merge(AccountId from, AccountId into, Instant at);

    /**
     * Whose is what an account brings. Until the unit of work ends the answer stays true: who is
     * about to store something for an account asks first, so that no ending misses it. Take it
     * before any other lock. An account that is not known is its own.
     */
    Uni<Owner> hold(AccountId account);
}
