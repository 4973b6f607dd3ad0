package io.cybervpn.domain.identity.repository;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.model.Profile;
import io.smallrye.mutiny.Uni;

/** Where profiles are kept. Every method works in the open unit of work. */
public interface Profiles {
    /** The profile of an account; an empty one when it has said nothing. */
    Uni<Profile> of(AccountId account);

    /** Stores a profile in place of the one before; lock its account first. */
    Uni<Void> put(Profile profile);
}
