package io.cybervpn.infrastructure.identity.postgres;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.AccountStatus;
import io.cybervpn.domain.identity.Owner;
import io.cybervpn.domain.identity.repository.Endings;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Set-based ends of accounts, in the session of the open unit of work. */
@Singleton
final class PostgresEndings implements Endings {
    private static final String ERASE =
            """
            update account set status = 'erased', ended_at = coalesce(ended_at, :at),
                email = null, password_hash = null, locale = 'en', email_verified_at = null
            where id = :from""";

    /** The address leaves the one before it comes to the other: nobody shares one. */
    private static final String MERGE =
            """
            update account set status = 'merged', ended_at = :at, merged_into = :into,
                email = null, password_hash = null, email_verified_at = null
            where id = :from""";

    private static final String EMAIL =
            "select email, password_hash, email_verified_at from account where id = :from";

    private static final String TAKE_EMAIL =
            """
            update account set email = :email, email_verified_at = cast(:verified as timestamptz),
                password_hash = coalesce(password_hash, :password)
            where id = :into and email is null""";

    private static final String HOLD =
            "select status, merged_into from account where id = :id for share";

    @Override
    public Uni<Void> erase(AccountId account, Instant at) {
        return Panache.getSession()
                .call(db -> PersonRows.forget(db, account))
                .chain(
                        db ->
                                db.createNativeQuery(ERASE)
                                        .setParameter("from", account.value())
                                        .setParameter("at", at)
                                        .executeUpdate())
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> merge(AccountId from, AccountId into, Instant at) {
        return Panache.getSession()
                .call(db -> PersonRows.move(db, from, into))
                .chain(
                        db ->
                                email(db, from)
                                        .chain(email -> merge(db, new Pair(from, into), email, at)))
                .chain(() -> Panache.getSession())
                .call(db -> PersonRows.forget(db, from))
                .replaceWithVoid();
    }

    private record Pair(AccountId from, AccountId into) {}

    private static Uni<Object[]> email(Mutiny.Session db, AccountId from) {
        return db.createNativeQuery(EMAIL, Object[].class)
                .setParameter("from", from.value())
                .getSingleResult();
    }

    private static Uni<Integer> merge(Mutiny.Session db, Pair pair, Object[] email, Instant at) {
        return db.createNativeQuery(MERGE)
                .setParameter("from", pair.from().value())
                .setParameter("into", pair.into().value())
                .setParameter("at", at)
                .executeUpdate()
                .chain(
                        changed ->
                                email[0] == null
                                        ? Uni.createFrom().item(changed)
                                        : take(db, pair, email));
    }

    private static Uni<Integer> take(Mutiny.Session db, Pair pair, Object[] email) {
        return db.createNativeQuery(TAKE_EMAIL)
                .setParameter("into", pair.into().value())
                .setParameter("email", email[0])
                .setParameter("password", email[1])
                .setParameter(
                        "verified",
                        Optional.ofNullable(email[2]).map(Object::toString).orElse(null))
                .executeUpdate();
    }

    @Override
    public Uni<Owner> hold(AccountId account) {
        return Panache.getSession()
                .chain(
                        db ->
                                db.createNativeQuery(HOLD, Object[].class)
                                        .setParameter("id", account.value())
                                        .getResultList())
                .chain(rows -> owner(account, rows));
    }

    private Uni<Owner> owner(AccountId account, List<Object[]> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().item(new Owner.Of(account));
        }
        Object[] row = rows.getFirst();
        return switch (AccountStatus.find((String) row[0]).orElseThrow()) {
            case ACTIVE, BLOCKED -> Uni.createFrom().item(new Owner.Of(account));
            case ERASED -> Uni.createFrom().item(new Owner.Nobody());
            case MERGED -> hold(new AccountId((UUID) row[1]));
        };
    }
}
