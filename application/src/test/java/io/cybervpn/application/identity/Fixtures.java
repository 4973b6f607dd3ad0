package io.cybervpn.application.identity;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.AccountKind;
import io.cybervpn.domain.identity.AccountStatus;
import io.cybervpn.domain.identity.model.Account;
import io.cybervpn.domain.identity.model.Email;
import io.cybervpn.domain.identity.model.LanguageTag;
import io.cybervpn.domain.identity.model.TokenHash;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Accounts and hashes that are nobody else's, so that tests may share one database. */
final class Fixtures {
    static final Instant NOW = Instant.parse("2026-01-31T10:00:00Z");

    private Fixtures() {}

    static Account account(String email) {
        return account(email, AccountStatus.ACTIVE, NOW);
    }

    static Account account(String email, AccountStatus status, Instant createdAt) {
        return new Account(
                new AccountId(UUID.randomUUID()),
                Email.parse(email),
                Optional.of("hash-of-" + email),
                AccountKind.CUSTOMER,
                status,
                LanguageTag.ENGLISH,
                createdAt);
    }

    /** Somebody of whom nothing is known. */
    static Account nameless() {
        return new Account(
                new AccountId(UUID.randomUUID()),
                Optional.empty(),
                Optional.empty(),
                AccountKind.CUSTOMER,
                AccountStatus.ACTIVE,
                LanguageTag.ENGLISH,
                NOW);
    }

    static Account customer() {
        return account(freshName() + "@example.org");
    }

    static Account staff() {
        return new Account(
                new AccountId(UUID.randomUUID()),
                Email.parse(freshName() + "@example.org"),
                Optional.of("hash"),
                AccountKind.STAFF,
                AccountStatus.ACTIVE,
                LanguageTag.ENGLISH,
                NOW);
    }

    static String freshName() {
        return "t" + UUID.randomUUID().toString().replace("-", "");
    }

    static TokenHash freshHash() {
        return TokenDesk.hash(UUID.randomUUID().toString());
    }
}
