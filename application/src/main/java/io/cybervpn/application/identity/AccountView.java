package io.cybervpn.application.identity;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.AccountKind;
import io.cybervpn.domain.identity.AccountStatus;
import io.cybervpn.domain.identity.model.Account;
import io.cybervpn.domain.identity.model.Email;
import java.time.Instant;
import java.util.Optional;

/**
 * An account as its owner and staff see it.
 *
 * @param email canonical; empty when he never gave one
 * @param locale a BCP 47 tag
 */
public record AccountView(
        AccountId id,
        Optional<String> email,
        AccountKind kind,
        AccountStatus status,
        String locale,
        Instant createdAt) {
    /** What others see of an account. */
    public static AccountView of(Account account) {
        return new AccountView(
                account.id(),
                account.email().map(Email::value),
                account.kind(),
                account.status(),
                account.locale().value(),
                account.createdAt());
    }
}
