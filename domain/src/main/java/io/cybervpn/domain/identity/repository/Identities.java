package io.cybervpn.domain.identity.repository;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.IdentityId;
import io.cybervpn.domain.identity.model.ExternalId;
import io.cybervpn.domain.identity.model.LinkedIdentity;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** Where it is kept who is who elsewhere. Every method works in the open unit of work. */
public interface Identities {
    /**
     * Finds who somebody is here, and keeps others from linking him until the unit of work ends,
     * also when he is nobody yet: of two first logins at once one makes the account.
     */
    Uni<Optional<LinkedIdentity>> lock(ExternalId external);

    /** Finds who somebody is here; empty when he is nobody yet. */
    Uni<Optional<LinkedIdentity>> find(ExternalId external);

    /** All of an account, the oldest first. Few: one for each provider. */
    Uni<List<LinkedIdentity>> of(AccountId account);

    /** Stores a new link; lock its external id first. */
    Uni<Void> add(LinkedIdentity identity);

    /** Forgets a link. Repeatable. */
    Uni<Void> remove(IdentityId id);
}
