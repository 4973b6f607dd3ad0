package io.cybervpn.domain.identity.model;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.AccountKind;
import io.cybervpn.domain.identity.AccountStatus;
import java.time.Instant;

/**
 * Somebody who may log in.
 *
 * @param passwordHash self-describing, with its own salt and parameters
 */
public record Account(
        AccountId id,
        Email email,
        String passwordHash,
        AccountKind kind,
        AccountStatus status,
        LanguageTag locale,
        Instant createdAt) {
    /** Whether logging in and staying logged in is allowed. */
    public boolean mayLogIn() {
        return status == AccountStatus.ACTIVE;
    }

    @Override
    public String toString() {
        return "Account[" + id.value() + ", " + kind + ", " + status + "]";
    }
}
