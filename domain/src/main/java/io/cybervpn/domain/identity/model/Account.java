package io.cybervpn.domain.identity.model;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.AccountKind;
import io.cybervpn.domain.identity.AccountStatus;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody who may log in: by a password, by what others say who he is, or by both.
 *
 * @param email canonical; nobody else has it
 * @param passwordHash self-describing, with its own salt and parameters
 */
public record Account(
        AccountId id,
        Optional<Email> email,
        Optional<String> passwordHash,
        AccountKind kind,
        AccountStatus status,
        LanguageTag locale,
        Instant createdAt) {
    /** Whether logging in and staying logged in is allowed. */
    public boolean mayLogIn() {
        return status == AccountStatus.ACTIVE;
    }

    /** Whether he can come in with e-mail and password. */
    public boolean hasPassword() {
        return email.isPresent() && passwordHash.isPresent();
    }

    /** The same with another e-mail. */
    public Account withEmail(Email other) {
        return new Account(id, Optional.of(other), passwordHash, kind, status, locale, createdAt);
    }

    /** The same, locked or not. */
    public Account withStatus(AccountStatus other) {
        return new Account(id, email, passwordHash, kind, other, locale, createdAt);
    }

    /** The same, spoken to in another language. */
    public Account withLocale(LanguageTag other) {
        return new Account(id, email, passwordHash, kind, status, other, createdAt);
    }

    /** The same with another password. */
    public Account withPasswordHash(String other) {
        return new Account(id, email, Optional.of(other), kind, status, locale, createdAt);
    }

    @Override
    public String toString() {
        return "Account[" + id.value() + ", " + kind + ", " + status + "]";
    }
}
