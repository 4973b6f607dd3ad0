package io.cybervpn.infrastructure.identity.postgres;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.model.Account;
import io.cybervpn.domain.identity.model.Email;
import io.cybervpn.domain.identity.repository.Accounts;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
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

    @Override
    public Uni<Boolean> add(Account account) {
        return Panache.getSession()
                .chain(session -> insert(session, account))
                .map(inserted -> inserted == 1);
    }

    private static Uni<Integer> insert(Mutiny.Session session, Account account) {
        return session.createNativeQuery(ADD)
                .setParameter("id", account.id().value())
                .setParameter("email", account.email().value())
                .setParameter("passwordHash", account.passwordHash())
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
