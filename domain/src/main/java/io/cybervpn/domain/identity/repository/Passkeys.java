package io.cybervpn.domain.identity.repository;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.PasskeyId;
import io.cybervpn.domain.identity.model.Passkey;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** Where passkeys are kept. Works in the open unit of work. */
public interface Passkeys {
    /**
     * Stores a new one.
     *
     * @return false when its credential is known, of whomever; nothing changed then
     */
    Uni<Boolean> add(Passkey passkey);

    /**
     * Finds one by its credential and keeps others from changing it until the unit of work ends;
     * empty when there is none.
     */
    Uni<Optional<Passkey>> lock(String credentialId);

    /** All of an account, the oldest first; few. */
    Uni<List<Passkey>> of(AccountId account);

    /** Stores name, counter and last use. */
    Uni<Void> save(Passkey passkey);

    /** Forgets one. Repeatable. */
    Uni<Void> remove(PasskeyId id);
}
