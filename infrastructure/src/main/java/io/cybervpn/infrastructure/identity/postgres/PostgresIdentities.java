package io.cybervpn.infrastructure.identity.postgres;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.IdentityId;
import io.cybervpn.domain.identity.model.ExternalId;
import io.cybervpn.domain.identity.model.LinkedIdentity;
import io.cybervpn.domain.identity.repository.Identities;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Linked identities by plain SQL in the session of the open unit of work. */
@Singleton
final class PostgresIdentities implements Identities {
    /** There may be no row yet to lock, so the name itself is locked. */
    private static final String LOCK =
            """
            select 1 from (
                select pg_advisory_xact_lock(hashtextextended(:provider || ':' || :subject, 16))) l""";

    private static final String COLUMNS =
            "select id, account_id, provider, subject, shown_as, linked_at from account_identity ";

    private static final String FIND =
            COLUMNS + "where provider = :provider and subject = :subject";

    private static final String OF = COLUMNS + "where account_id = :account order by linked_at, id";

    private static final String ADD =
            """
            insert into account_identity (id, account_id, provider, subject, shown_as, linked_at)
            values (:id, :account, :provider, :subject, cast(:shownAs as text), :linkedAt)""";

    private static final String REMOVE = "delete from account_identity where id = :id";

    @Override
    public Uni<Optional<LinkedIdentity>> lock(ExternalId external) {
        return Panache.getSession().call(db -> lock(db, external)).chain(db -> find(db, external));
    }

    private static Uni<?> lock(Mutiny.Session db, ExternalId external) {
        return db.createNativeQuery(LOCK, Integer.class)
                .setParameter("provider", external.provider())
                .setParameter("subject", external.subject())
                .getSingleResult();
    }

    @Override
    public Uni<Optional<LinkedIdentity>> find(ExternalId external) {
        return Panache.getSession().chain(db -> find(db, external));
    }

    private static Uni<Optional<LinkedIdentity>> find(Mutiny.Session db, ExternalId external) {
        return db.createNativeQuery(FIND, Object[].class)
                .setParameter("provider", external.provider())
                .setParameter("subject", external.subject())
                .getResultList()
                .map(rows -> rows.stream().findFirst().map(PostgresIdentities::identity));
    }

    @Override
    public Uni<List<LinkedIdentity>> of(AccountId account) {
        return Panache.getSession().chain(db -> of(db, account));
    }

    private static Uni<List<LinkedIdentity>> of(Mutiny.Session db, AccountId account) {
        return db.createNativeQuery(OF, Object[].class)
                .setParameter("account", account.value())
                .getResultList()
                .map(rows -> rows.stream().map(PostgresIdentities::identity).toList());
    }

    @Override
    public Uni<Void> add(LinkedIdentity identity) {
        return Panache.getSession().chain(db -> add(db, identity)).replaceWithVoid();
    }

    private static Uni<Integer> add(Mutiny.Session db, LinkedIdentity identity) {
        return db.createNativeQuery(ADD)
                .setParameter("id", identity.id().value())
                .setParameter("account", identity.account().value())
                .setParameter("provider", identity.external().provider())
                .setParameter("subject", identity.external().subject())
                .setParameter("shownAs", identity.shownAs().orElse(null))
                .setParameter("linkedAt", identity.linkedAt())
                .executeUpdate();
    }

    @Override
    public Uni<Void> remove(IdentityId id) {
        return Panache.getSession()
                .chain(
                        db ->
                                db.createNativeQuery(REMOVE)
                                        .setParameter("id", id.value())
                                        .executeUpdate())
                .replaceWithVoid();
    }

    private static LinkedIdentity identity(Object[] row) {
        return new LinkedIdentity(
                new IdentityId((UUID) row[0]),
                new AccountId((UUID) row[1]),
                new ExternalId((String) row[2], (String) row[3]),
                Optional.ofNullable((String) row[4]),
                ((OffsetDateTime) row[5]).toInstant());
    }
}
