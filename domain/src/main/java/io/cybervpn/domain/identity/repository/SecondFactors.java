package io.cybervpn.domain.identity.repository;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.model.SecondFactor;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Where second factors are kept, one for an account. Works in the open unit of work. */
public interface SecondFactors {
    /**
     * Finds one and keeps others from changing it until the unit of work ends; empty when there is
     * none.
     */
    Uni<Optional<SecondFactor>> lock(AccountId account);

    /** Stores it in the place of the one before. */
    Uni<Void> put(SecondFactor factor);

    /** Takes it away. Repeatable. */
    Uni<Void> remove(AccountId account);
}
