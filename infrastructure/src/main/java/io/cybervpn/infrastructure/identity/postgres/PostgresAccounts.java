package io.cybervpn.infrastructure.identity.postgres;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.model.Account;
import io.cybervpn.domain.identity.model.Email;
import io.cybervpn.domain.identity.repository.Accounts;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny;

/** Accounts in the session of the open unit of work. */
@Singleton
final class PostgresAccounts implements Accounts {
    /** A plain persist could not say "taken" without breaking the transaction. */
    private static final String ADD =
            """
            insert into account (id, email, password_hash, kind, status, locale, created_at)
            values (:id, :email, :passwordHash, :kind, :status, :locale, :createdAt)
            on conflict (email) do nothing""";

    /** Keeps all apart who want one e-mail, new accounts and changed ones: the index would fail. */
    private static final String LOCK_EMAIL =
            "select 1 from (select pg_advisory_xact_lock(hashtextextended(:email, 15))) l";

    private static final String VERIFY_EMAIL =
            "update account set email_verified_at = :at where id = :id";

    private static final String IS_EMAIL_VERIFIED =
            "select email_verified_at is not null from account where id = :id";

    private static final String CHANGE_EMAIL =
            """
            update account set email = :email where id = :id
            and not exists (select 1 from account where email = :email)""";

    @Override
    public Uni<Boolean> add(Account account) {
        return Panache.getSession()
                .call(session -> lockEmail(session, account.email()))
                .chain(session -> insert(session, account))
                .map(inserted -> inserted == 1);
    }

    private static Uni<Integer> insert(Mutiny.Session session, Account account) {
        return session.createNativeQuery(ADD)
                .setParameter("id", account.id().value())
                .setParameter("email", account.email().map(Email::value).orElse(null))
                .setParameter("passwordHash", account.passwordHash().orElse(null))
                .setParameter("kind", account.kind().code())
                .setParameter("status", account.status().code())
                .setParameter("locale", account.locale().value())
                .setParameter("createdAt", account.createdAt())
                .executeUpdate();
    }

    @Override
    public Uni<Optional<Account>> find(AccountId id) {
        return Panache.getSession()
                .chain(session -> session.find(AccountRow.class, id.value()))
                .map(row -> Optional.ofNullable(row).map(AccountRow::toAccount));
    }

    @Override
    public Uni<Optional<Account>> lock(AccountId id) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.find(
                                        AccountRow.class, id.value(), LockMode.PESSIMISTIC_WRITE))
                .map(row -> Optional.ofNullable(row).map(AccountRow::toAccount));
    }

    @Override
    public Uni<Void> save(Account account) {
        return Panache.getSession()
                .chain(session -> session.find(AccountRow.class, account.id().value()))
                .invoke(row -> row.take(account))
                .replaceWithVoid();
    }

    @Override
    public Uni<Boolean> changeEmail(AccountId id, Email email) {
        return Panache.getSession()
                .call(session -> lockEmail(session, email))
                .chain(session -> changeEmail(session, id, email))
                .map(changed -> changed == 1);
    }

    @Override
    public Uni<Void> verifyEmail(AccountId id, Instant at) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(VERIFY_EMAIL)
                                        .setParameter("at", at)
                                        .setParameter("id", id.value())
                                        .executeUpdate())
                .replaceWithVoid();
    }

    @Override
    public Uni<Boolean> isEmailVerified(AccountId id) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(IS_EMAIL_VERIFIED, Boolean.class)
                                        .setParameter("id", id.value())
                                        .getSingleResult());
    }

    private static Uni<?> lockEmail(Mutiny.Session session, Optional<Email> email) {
        return email.<Uni<?>>map(wanted -> lockEmail(session, wanted))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private static Uni<?> lockEmail(Mutiny.Session session, Email email) {
        return session.createNativeQuery(LOCK_EMAIL, Integer.class)
                .setParameter("email", email.value())
                .getSingleResult();
    }

    private static Uni<Integer> changeEmail(Mutiny.Session session, AccountId id, Email email) {
        return session.createNativeQuery(CHANGE_EMAIL)
                .setParameter("email", email.value())
                .setParameter("id", id.value())
                .executeUpdate();
    }

    @Override
    public Uni<Optional<Account>> findByEmail(Email email) {
        return Panache.getSession()
                .chain(session -> byEmail(session, email))
                .map(row -> Optional.ofNullable(row).map(AccountRow::toAccount));
    }

    private static Uni<AccountRow> byEmail(Mutiny.Session session, Email email) {
        return session.createSelectionQuery(
                        "from AccountRow where email = :email", AccountRow.class)
                .setParameter("email", email.value())
                .getSingleResultOrNull();
    }
}
