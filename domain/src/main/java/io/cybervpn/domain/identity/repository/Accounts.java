package io.cybervpn.domain.identity.repository;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.model.Account;
import io.cybervpn.domain.identity.model.Email;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
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

    /** Finds an account and keeps others from changing it until the unit of work ends. */
    Uni<Optional<Account>> lock(AccountId id);

    /**
     * Stores what may change of a stored account: password, status, locale. Lock it first. The
     * e-mail is changed by {@link #changeEmail} alone.
     */
    Uni<Void> save(Account account);

    /**
     * Gives a stored account another e-mail.
     *
     * @return false when that e-mail has an account, this one or another; nothing changed then
     */
    Uni<Boolean> changeEmail(AccountId id, Email email);

    /** Stores that the owner showed that he reads the mail of his address. Repeatable. */
    Uni<Void> verifyEmail(AccountId id, Instant at);

    /** Whether the owner of a stored account showed that he reads the mail of his address. */
    Uni<Boolean> isEmailVerified(AccountId id);

    /** Finds an account by its e-mail; empty when there is none. */
    Uni<Optional<Account>> findByEmail(Email email);
}
