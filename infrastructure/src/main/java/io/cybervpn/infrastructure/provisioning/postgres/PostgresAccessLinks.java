package io.cybervpn.infrastructure.provisioning.postgres;

import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.model.AccessLink;
import io.cybervpn.domain.provisioning.repository.AccessLinks;
import io.cybervpn.infrastructure.shared.JsonRows;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** Links in the session of the open unit of work; changes are noted by triggers. */
@Singleton
final class PostgresAccessLinks implements AccessLinks {
    private static final String ADD =
            """
            insert into access_link (access_id, token_hash, sealed_token, made_at)
            values (:access, :hash, :sealed, :madeAt) on conflict (access_id) do\s""";
    private static final String UNLESS_THERE = ADD + "nothing";
    private static final String OR_REPLACE =
            ADD
                    + """
                    update set token_hash = excluded.token_hash,
                        sealed_token = excluded.sealed_token, made_at = excluded.made_at""";
    private static final String FIND =
            """
            select access_id, token_hash, sealed_token, made_at from access_link
            where access_id = :access""";
    private static final String WITH_HASH =
            "select access_id from access_link where token_hash = :hash";
    private static final String IS_SENT =
            "select sent_at is not null from access_link where access_id = :access";
    private static final String SENT =
            """
            update access_link set sent_at = :at
            where access_id = :access and sent_at is null""";
    private static final String WITHOUT =
            """
            select a.id from access a
            where not exists (select 1 from access_link l where l.access_id = a.id)
            order by a.id limit :limit""";
    private static final String CHANGES =
            """
            select c.access_id, coalesce(nullif(c.token_hash, ''), l.token_hash),
                c.token_hash <> '', c.number
            from link_change c left join access_link l on l.access_id = c.access_id
            order by c.number limit :limit""";

    /** A change that came again has another number, and stays. */
    private static final String SETTLED =
            """
            delete from link_change c
            using jsonb_to_recordset(cast(cast(:rows as text) as jsonb))
                as r(access uuid, hash text, number bigint)
            where c.access_id = r.access and c.token_hash = r.hash and c.number = r.number""";

    @Override
    public Uni<Boolean> add(AccessLink link) {
        return write(UNLESS_THERE, link).map(stored -> stored == 1);
    }

    @Override
    public Uni<Void> replace(AccessLink link) {
        return write(OR_REPLACE, link).replaceWithVoid();
    }

    private static Uni<Integer> write(String statement, AccessLink link) {
        return inSession(
                session ->
                        session.createNativeQuery(statement)
                                .setParameter("access", link.access().value())
                                .setParameter("hash", link.tokenHash())
                                .setParameter("sealed", link.sealedToken())
                                .setParameter("madeAt", link.madeAt())
                                .executeUpdate());
    }

    @Override
    public Uni<Optional<AccessLink>> find(AccessId access) {
        return inSession(
                        session ->
                                session.createNativeQuery(FIND, Object[].class)
                                        .setParameter("access", access.value())
                                        .getResultList())
                .map(rows -> rows.stream().findFirst().map(PostgresAccessLinks::link));
    }

    private static AccessLink link(Object[] row) {
        return new AccessLink(
                new AccessId((UUID) row[0]),
                (String) row[1],
                (String) row[2],
                ((OffsetDateTime) row[3]).toInstant());
    }

    @Override
    public Uni<Optional<AccessId>> withHash(String tokenHash) {
        return inSession(
                        session ->
                                session.createNativeQuery(WITH_HASH, UUID.class)
                                        .setParameter("hash", tokenHash)
                                        .getResultList())
                .map(ids -> ids.stream().findFirst().map(AccessId::new));
    }

    @Override
    public Uni<Boolean> isSent(AccessId access) {
        return inSession(
                        session ->
                                session.createNativeQuery(IS_SENT, Boolean.class)
                                        .setParameter("access", access.value())
                                        .getResultList())
                .map(found -> found.contains(true));
    }

    @Override
    public Uni<Void> sent(AccessId access, Instant at) {
        return inSession(
                        session ->
                                session.createNativeQuery(SENT)
                                        .setParameter("access", access.value())
                                        .setParameter("at", at)
                                        .executeUpdate())
                .replaceWithVoid();
    }

    @Override
    public Uni<List<AccessId>> withoutLink(int limit) {
        return inSession(
                        session ->
                                session.createNativeQuery(WITHOUT, UUID.class)
                                        .setParameter("limit", limit)
                                        .getResultList())
                .map(ids -> ids.stream().map(AccessId::new).toList());
    }

    @Override
    public Uni<List<Change>> changes(int limit) {
        return inSession(
                        session ->
                                session.createNativeQuery(CHANGES, Object[].class)
                                        .setParameter("limit", limit)
                                        .getResultList())
                .map(rows -> rows.stream().map(PostgresAccessLinks::change).toList());
    }

    private static Change change(Object[] row) {
        return new Change(
                new AccessId((UUID) row[0]),
                Optional.ofNullable((String) row[1]),
                (Boolean) row[2],
                ((Number) row[3]).longValue());
    }

    @Override
    public Uni<Void> settled(List<Change> changes) {
        JsonRows rows = new JsonRows();
        changes.forEach(
                change ->
                        rows.add()
                                .put("access", change.access().value().toString())
                                .put("hash", change.former() ? change.tokenHash().orElse("") : "")
                                .put("number", change.number()));
        if (rows.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return inSession(
                        session ->
                                session.createNativeQuery(SETTLED)
                                        .setParameter("rows", rows.toString())
                                        .executeUpdate())
                .replaceWithVoid();
    }

    private static <T> Uni<T> inSession(Function<Mutiny.Session, Uni<T>> work) {
        return Panache.getSession().chain(work::apply);
    }
}
