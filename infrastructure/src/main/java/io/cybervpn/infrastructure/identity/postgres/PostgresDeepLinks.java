package io.cybervpn.infrastructure.identity.postgres;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.model.DeepLink;
import io.cybervpn.domain.identity.model.TokenHash;
import io.cybervpn.domain.identity.repository.DeepLinks;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Waiting browsers by plain SQL in the session of the open unit of work. */
@Singleton
final class PostgresDeepLinks implements DeepLinks {
    private static final String ADD =
            """
            insert into deep_link_login (code_hash, secret_hash, expires_at)
            values (:code, :secret, :expiresAt)""";

    private static final String LOCK =
            """
            select code_hash, secret_hash, expires_at, account_id
            from deep_link_login where code_hash = :code for update""";

    private static final String SAVE =
            "update deep_link_login set account_id = :account where code_hash = :code";

    private static final String REMOVE = "delete from deep_link_login where code_hash = :code";

    private static final String FORGET =
            """
            delete from deep_link_login where code_hash in (
                select code_hash from deep_link_login where expires_at < :before
                limit :limit for update skip locked)""";

    @Override
    public Uni<Void> add(DeepLink link) {
        return Panache.getSession()
                .chain(
                        db ->
                                db.createNativeQuery(ADD)
                                        .setParameter("code", link.code().hex())
                                        .setParameter("secret", link.secret().hex())
                                        .setParameter("expiresAt", link.expiresAt())
                                        .executeUpdate())
                .replaceWithVoid();
    }

    @Override
    public Uni<Optional<DeepLink>> lock(TokenHash code) {
        return Panache.getSession().chain(db -> lock(db, code));
    }

    private static Uni<Optional<DeepLink>> lock(Mutiny.Session db, TokenHash code) {
        return db.createNativeQuery(LOCK, Object[].class)
                .setParameter("code", code.hex())
                .getResultList()
                .map(rows -> rows.stream().findFirst().map(PostgresDeepLinks::link));
    }

    private static DeepLink link(Object[] row) {
        return new DeepLink(
                new TokenHash((String) row[0]),
                new TokenHash((String) row[1]),
                ((OffsetDateTime) row[2]).toInstant(),
                Optional.ofNullable((UUID) row[3]).map(AccountId::new));
    }

    @Override
    public Uni<Void> save(DeepLink link) {
        return Panache.getSession()
                .chain(
                        db ->
                                db.createNativeQuery(SAVE)
                                        .setParameter("account", confirmedBy(link))
                                        .setParameter("code", link.code().hex())
                                        .executeUpdate())
                .replaceWithVoid();
    }

    private static UUID confirmedBy(DeepLink link) {
        return link.confirmedBy().map(AccountId::value).orElseThrow();
    }

    @Override
    public Uni<Void> remove(TokenHash code) {
        return Panache.getSession()
                .chain(
                        db ->
                                db.createNativeQuery(REMOVE)
                                        .setParameter("code", code.hex())
                                        .executeUpdate())
                .replaceWithVoid();
    }

    @Override
    public Uni<Integer> forget(Instant before, int limit) {
        return Panache.getSession()
                .chain(
                        db ->
                                db.createNativeQuery(FORGET)
                                        .setParameter("before", before)
                                        .setParameter("limit", limit)
                                        .executeUpdate());
    }
}
