package io.cybervpn.infrastructure.identity.postgres;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.AccountKind;
import io.cybervpn.domain.identity.AccountStatus;
import io.cybervpn.domain.identity.model.Account;
import io.cybervpn.domain.identity.model.Email;
import io.cybervpn.domain.identity.model.LanguageTag;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "account")
class AccountRow {
    @Id UUID id;

    @Column(updatable = false)
    @Nullable String email;

    @Column(name = "password_hash")
    @Nullable String passwordHash;

    String kind;

    String status;

    String locale;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    /** Takes over what may change; the e-mail has a way of its own. */
    void take(Account account) {
        passwordHash = account.passwordHash().orElse(null);
        status = account.status().code();
        locale = account.locale().value();
    }

    Account toAccount() {
        return new Account(
                new AccountId(id),
                Optional.ofNullable(email).map(Email::new),
                Optional.ofNullable(passwordHash),
                AccountKind.find(kind).orElseThrow(),
                AccountStatus.find(status).orElseThrow(),
                new LanguageTag(locale),
                createdAt);
    }
}
