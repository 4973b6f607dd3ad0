package io.cybervpn.infrastructure.identity.postgres;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.PasskeyId;
import io.cybervpn.domain.identity.model.Passkey;
import io.cybervpn.domain.identity.repository.Passkeys;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** Passkeys by plain SQL in the session of the open unit of work. */
@Singleton
final class PostgresPasskeys implements Passkeys {
    private static final String COLUMNS =
            """
            select id, account_id, credential_id, public_key, counter, backup_eligible, backed_up,
                name, created_at, last_used_at
            from passkey
            """;
    private static final String LOCK = COLUMNS + "where credential_id = :credential for update";
    private static final String OF =
            COLUMNS + "where account_id = :account order by created_at, id";
    private static final String ADD =
            """
            insert into passkey (id, account_id, credential_id, public_key, counter,
                backup_eligible, backed_up, name, created_at, last_used_at)
            values (:id, :account, :credential, :key, :counter, :eligible, :backedUp, :name,
                :createdAt, cast(nullif(:lastUsedAt, '') as timestamptz))
            on conflict (credential_id) do nothing""";
    private static final String SAVE =
            """
            update passkey set counter = :counter, backed_up = :backedUp, name = :name,
                last_used_at = cast(nullif(:lastUsedAt, '') as timestamptz)
            where id = :id""";
    private static final String REMOVE = "delete from passkey where id = :id";

    @Override
    public Uni<Boolean> add(Passkey passkey) {
        return run(db ->
                        changing(db.createNativeQuery(ADD), passkey)
                                .setParameter("account", passkey.account().value())
                                .setParameter("credential", passkey.credential().id())
                                .setParameter("key", passkey.credential().key())
                                .setParameter("eligible", passkey.counter().backupEligible())
                                .setParameter("createdAt", passkey.createdAt())
                                .executeUpdate())
                .map(rows -> rows == 1);
    }

    private static Mutiny.MutationQuery changing(Mutiny.MutationQuery query, Passkey passkey) {
        return query.setParameter("id", passkey.id().value())
                .setParameter("counter", passkey.counter().value())
                .setParameter("backedUp", passkey.counter().backedUp())
                .setParameter("name", passkey.name())
                .setParameter("lastUsedAt", passkey.lastUsedAt().map(Object::toString).orElse(""));
    }

    @Override
    public Uni<Optional<Passkey>> lock(String credentialId) {
        return run(db ->
                        db.createNativeQuery(LOCK, Object[].class)
                                .setParameter("credential", credentialId)
                                .getResultList())
                .map(rows -> rows.stream().findFirst().map(PostgresPasskeys::passkey));
    }

    @Override
    public Uni<List<Passkey>> of(AccountId account) {
        return run(db ->
                        db.createNativeQuery(OF, Object[].class)
                                .setParameter("account", account.value())
                                .getResultList())
                .map(rows -> rows.stream().map(PostgresPasskeys::passkey).toList());
    }

    @Override
    public Uni<Void> save(Passkey passkey) {
        return run(db -> changing(db.createNativeQuery(SAVE), passkey).executeUpdate())
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> remove(PasskeyId id) {
        return run(db ->
                        db.createNativeQuery(REMOVE).setParameter("id", id.value()).executeUpdate())
                .replaceWithVoid();
    }

    private static <T> Uni<T> run(Function<Mutiny.Session, Uni<T>> work) {
        return Panache.getSession().chain(work::apply);
    }

    private static Passkey passkey(Object[] row) {
        return new Passkey(
                new PasskeyId((UUID) row[0]),
                new AccountId((UUID) row[1]),
                new Passkey.Credential((String) row[2], (String) row[3]),
                new Passkey.Counter(
                        ((Number) row[4]).longValue(), (boolean) row[5], (boolean) row[6]),
                (String) row[7],
                ((OffsetDateTime) row[8]).toInstant(),
                Optional.ofNullable((OffsetDateTime) row[9]).map(OffsetDateTime::toInstant));
    }
}
