package io.cybervpn.domain.identity.repository;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.model.Account;
import io.cybervpn.domain.identity.model.Email;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Where accounts are kept. Every method works in the open unit of work. */
public interface Accounts {
    /**
     * Stores a new account.
     *
     * @return false when the e-mail has an account, also when another instance is making it right
     *     now; nothing changed then
     */
    Uni<Boolean> add(Account account);

    /** Finds an account; empty when there is none. */
    Uni<Optional<Account>> find(AccountId id);

    /** Finds an account by its e-mail; empty when there is none. */
    Uni<Optional<Account>> findByEmail(Email email);
}
