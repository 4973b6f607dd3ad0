package io.cybervpn.infrastructure.identity.postgres;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.Client;
import io.cybervpn.domain.identity.SessionId;
import io.cybervpn.domain.identity.model.RefreshToken;
import io.cybervpn.domain.identity.model.Session;
import io.cybervpn.domain.identity.model.TokenHash;
import io.cybervpn.domain.identity.repository.Sessions;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Sessions by plain SQL in the session of the open unit of work. */
@Singleton
final class PostgresSessions implements Sessions {
    private static final String ADD =
            """
            insert into session
                (id, account_id, started_at, expires_at, device, address, last_used_at, proven_at)
            values (:id, :account, :startedAt, :expiresAt, :device, :address, :startedAt,
                cast(:provenAt as timestamptz))""";
    private static final String ADD_TOKEN =
            """
            insert into session_token (hash, session_id, issued_at, expires_at)
            values (:hash, :session, :issuedAt, :expiresAt)""";

    /** Both rows are locked, so both are seen as the one who was quicker left them. */
    private static final String LOCK =
            """
            select s.id, s.account_id, s.started_at, s.ended_at, s.end_reason,
                   t.hash, t.issued_at, t.expires_at, t.used_at, s.proven_at
            from session_token t join session s on s.id = t.session_id
            where t.hash = :hash for update""";

    private static final String USE =
            "update session_token set used_at = :usedAt where hash = :hash";
    private static final String EXTEND =
            """
            update session set expires_at = greatest(expires_at, :expiresAt),
                last_used_at = greatest(last_used_at, :now), device = :device, address = :address
            where id = :id""";
    private static final String END =
            """
            update session set ended_at = :endedAt, end_reason = :reason
            where id = :id and ended_at is null""";
    private static final String FORGET_TOKENS =
            """
            delete from session_token where hash in (
                select hash from session_token where expires_at < :before
                limit :limit for update skip locked)""";
    private static final String FORGET_SESSIONS =
            """
            delete from session where id in (
                select id from session where expires_at < :before
                limit :limit for update skip locked)""";

    @Override
    public Uni<Void> add(Session.Live session, Client client, RefreshToken.Fresh first) {
        return Panache.getSession()
                .call(db -> insert(db, session, client, first))
                .chain(db -> insert(db, session.id(), first));
    }

    private static Uni<Integer> insert(
            Mutiny.Session db, Session.Live session, Client client, RefreshToken.Fresh first) {
        return db.createNativeQuery(ADD)
                .setParameter("device", client.device())
                .setParameter("address", client.address())
                .setParameter("provenAt", session.provenAt().orElse(null))
                .setParameter("id", session.id().value())
                .setParameter("account", session.account().value())
                .setParameter("startedAt", session.startedAt())
                .setParameter("expiresAt", first.expiresAt())
                .executeUpdate();
    }

    private static Uni<Void> insert(Mutiny.Session db, SessionId session, RefreshToken token) {
        return db.createNativeQuery(ADD_TOKEN)
                .setParameter("hash", token.hash().hex())
                .setParameter("session", session.value())
                .setParameter("issuedAt", token.issuedAt())
                .setParameter("expiresAt", token.expiresAt())
                .executeUpdate()
                .replaceWithVoid();
    }

    @Override
    public Uni<Optional<Held>> lock(TokenHash token) {
        return Panache.getSession().chain(db -> lock(db, token));
    }

    private static Uni<Optional<Held>> lock(Mutiny.Session db, TokenHash token) {
        return db.createNativeQuery(LOCK, Object[].class)
                .setParameter("hash", token.hex())
                .getResultList()
                .map(rows -> rows.stream().findFirst().map(PostgresSessions::held));
    }

    private static Held held(Object[] row) {
        return new Held(session(row), token(row));
    }

    private static Session session(Object[] row) {
        Session.Live live =
                new Session.Live(
                        new SessionId((UUID) row[0]),
                        new AccountId((UUID) row[1]),
                        time(row[2]),
                        provenAt(row[9]));
        return row[3] instanceof OffsetDateTime endedAt
                ? live.end(
                        Session.EndReason.valueOf(text(row[4]).toUpperCase(Locale.ROOT)),
                        endedAt.toInstant())
                : live;
    }

    private static RefreshToken token(Object[] row) {
        RefreshToken.Fresh fresh =
                new RefreshToken.Fresh(new TokenHash(text(row[5])), time(row[6]), time(row[7]));
        return row[8] instanceof OffsetDateTime usedAt
                ? new RefreshToken.Used(
                        fresh.hash(), fresh.issuedAt(), fresh.expiresAt(), usedAt.toInstant())
                : fresh;
    }

    private static Optional<Instant> provenAt(@Nullable Object column) {
        return Optional.ofNullable((OffsetDateTime) column).map(OffsetDateTime::toInstant);
    }

    private static Instant time(Object column) {
        return ((OffsetDateTime) column).toInstant();
    }

    private static String text(Object column) {
        return (String) column;
    }

    @Override
    public Uni<Void> renew(
            Session.Live session, Client client, RefreshToken.Used used, RefreshToken.Fresh next) {
        return Panache.getSession()
                .call(db -> use(db, used))
                .call(db -> extend(db, session, client, next))
                .chain(db -> insert(db, session.id(), next));
    }

    private static Uni<Integer> use(Mutiny.Session db, RefreshToken.Used used) {
        return db.createNativeQuery(USE)
                .setParameter("usedAt", used.usedAt())
                .setParameter("hash", used.hash().hex())
                .executeUpdate();
    }

    private static Uni<Integer> extend(
            Mutiny.Session db, Session.Live session, Client client, RefreshToken.Fresh next) {
        return db.createNativeQuery(EXTEND)
                .setParameter("device", client.device())
                .setParameter("address", client.address())
                .setParameter("now", next.issuedAt())
                .setParameter("expiresAt", next.expiresAt())
                .setParameter("id", session.id().value())
                .executeUpdate();
    }

    @Override
    public Uni<Void> end(Session.Ended session) {
        return Panache.getSession().chain(db -> end(db, session)).replaceWithVoid();
    }

    private static Uni<Integer> end(Mutiny.Session db, Session.Ended session) {
        return db.createNativeQuery(END)
                .setParameter("endedAt", session.endedAt())
                .setParameter("reason", session.reason().name().toLowerCase(Locale.ROOT))
                .setParameter("id", session.id().value())
                .executeUpdate();
    }

    @Override
    public Uni<Integer> forget(Instant before, int limit) {
        return Panache.getSession()
                .chain(
                        db ->
                                forget(db, FORGET_TOKENS, before, limit)
                                        .chain(
                                                tokens ->
                                                        forget(db, FORGET_SESSIONS, before, limit)
                                                                .map(gone -> tokens + gone)));
    }

    private static Uni<Integer> forget(
            Mutiny.Session db, String statement, Instant before, int limit) {
        return db.createNativeQuery(statement)
                .setParameter("before", before)
                .setParameter("limit", limit)
                .executeUpdate();
    }
}
