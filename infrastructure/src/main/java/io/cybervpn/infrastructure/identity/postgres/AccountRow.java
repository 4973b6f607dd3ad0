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
import java.util.UUID;

@Entity
@Table(name = "account")
class AccountRow {
    @Id UUID id;

    @Column(updatable = false)
    String email;

    @Column(name = "password_hash")
    String passwordHash;

    String kind;

    String status;

    String locale;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    Account toAccount() {
        return new Account(
                new AccountId(id),
                new Email(email),
                passwordHash,
                AccountKind.find(kind).orElseThrow(),
                AccountStatus.find(status).orElseThrow(),
                new LanguageTag(locale),
                createdAt);
    }
}
