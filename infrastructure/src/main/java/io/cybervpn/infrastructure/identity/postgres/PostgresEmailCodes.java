package io.cybervpn.infrastructure.identity.postgres;

import io.cybervpn.domain.identity.model.Email;
import io.cybervpn.domain.identity.model.EmailCode;
import io.cybervpn.domain.identity.repository.EmailCodes;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Codes by mail by plain SQL in the session of the open unit of work. */
@Singleton
final class PostgresEmailCodes implements EmailCodes {
    private static final String PUT =
            """
            insert into email_code (account_id, purpose, email, code_hash, tries_left, expires_at)
            values (:account, :purpose, :email, :hash, :triesLeft, :expiresAt)
            on conflict (account_id, purpose) do update set email = excluded.email,
                code_hash = excluded.code_hash, tries_left = excluded.tries_left,
                expires_at = excluded.expires_at""";

    private static final String LOCK =
            """
            select email, code_hash, tries_left, expires_at from email_code
            where account_id = :account and purpose = :purpose for update""";

    private static final String REMOVE =
            "delete from email_code where account_id = :account and purpose = :purpose";

    @Override
    public Uni<Void> put(EmailCode code) {
        return Panache.getSession().chain(db -> put(db, code)).replaceWithVoid();
    }

    private static Uni<Integer> put(Mutiny.Session db, EmailCode code) {
        return db.createNativeQuery(PUT)
                .setParameter("account", code.owner().account().value())
                .setParameter("purpose", purpose(code.owner()))
                .setParameter("email", code.email().value())
                .setParameter("hash", code.hash())
                .setParameter("triesLeft", code.triesLeft())
                .setParameter("expiresAt", code.expiresAt())
                .executeUpdate();
    }

    @Override
    public Uni<Optional<EmailCode>> lock(EmailCode.Owner owner) {
        return Panache.getSession().chain(db -> lock(db, owner));
    }

    private static Uni<Optional<EmailCode>> lock(Mutiny.Session db, EmailCode.Owner owner) {
        return db.createNativeQuery(LOCK, Object[].class)
                .setParameter("account", owner.account().value())
                .setParameter("purpose", purpose(owner))
                .getResultList()
                .map(rows -> rows.stream().findFirst().map(row -> code(owner, row)));
    }

    private static EmailCode code(EmailCode.Owner owner, Object[] row) {
        return new EmailCode(
                owner,
                new Email((String) row[0]),
                (String) row[1],
                (Integer) row[2],
                ((OffsetDateTime) row[3]).toInstant());
    }

    @Override
    public Uni<Void> remove(EmailCode.Owner owner) {
        return Panache.getSession()
                .chain(
                        db ->
                                db.createNativeQuery(REMOVE)
                                        .setParameter("account", owner.account().value())
                                        .setParameter("purpose", purpose(owner))
                                        .executeUpdate())
                .replaceWithVoid();
    }

    private static String purpose(EmailCode.Owner owner) {
        return owner.purpose().name().toLowerCase(Locale.ROOT);
    }
}
