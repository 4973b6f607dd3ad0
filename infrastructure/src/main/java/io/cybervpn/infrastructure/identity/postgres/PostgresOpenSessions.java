package io.cybervpn.infrastructure.identity.postgres;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.Client;
import io.cybervpn.domain.identity.SessionId;
import io.cybervpn.domain.identity.model.Session;
import io.cybervpn.domain.identity.repository.OpenSessions;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Open sessions by plain SQL in the session of the open unit of work. */
@Singleton
final class PostgresOpenSessions implements OpenSessions {
    private static final String LIST =
            """
            select id, device, address, started_at, last_used_at from session
            where account_id = :account and ended_at is null and expires_at > :now
            order by last_used_at desc, id limit :limit""";
    private static final String HAS =
            """
            select count(*) from session
            where id = :id and ended_at is null and expires_at > :now""";
    private static final String END =
            """
            update session set ended_at = :now, end_reason = :reason
            where account_id = :account and ended_at is null and expires_at > :now
                and (:one or id <> :id) and (not :one or id = :id)
            returning id""";
    private static final String ENDED =
            "select id from session where ended_at >= :since order by ended_at limit :limit";

    private static final String PROVE =
            """
            update session set proven_at = :now
            where id = :id and account_id = :account and ended_at is null and expires_at > :now
            returning started_at, proven_at""";
    private static final String SHOW =
            """
            update session set shown_at = :now
            where id = :id and account_id = :account and ended_at is null and expires_at > :now
            returning started_at, proven_at""";
    private static final String SHOWN =
            """
            select greatest(started_at, proven_at, shown_at) from session
            where id = :id and account_id = :account and ended_at is null and expires_at > :now""";

    /** No session has it. */
    private static final SessionId NONE = new SessionId(new UUID(0, 0));

    @Override
    public Uni<List<Seen>> of(AccountId account, Instant now, int limit) {
        return Panache.getSession()
                .chain(
                        db ->
                                db.createNativeQuery(LIST, Object[].class)
                                        .setParameter("account", account.value())
                                        .setParameter("now", now)
                                        .setParameter("limit", limit)
                                        .getResultList())
                .map(rows -> rows.stream().map(PostgresOpenSessions::seen).toList());
    }

    private static Seen seen(Object[] row) {
        return new Seen(
                new SessionId((UUID) row[0]),
                new Client((String) row[1], (String) row[2]),
                ((OffsetDateTime) row[3]).toInstant(),
                ((OffsetDateTime) row[4]).toInstant());
    }

    @Override
    public Uni<Boolean> has(SessionId session, Instant now) {
        return Panache.getSession()
                .chain(
                        db ->
                                db.createNativeQuery(HAS, Long.class)
                                        .setParameter("id", session.value())
                                        .setParameter("now", now)
                                        .getSingleResult())
                .map(count -> count > 0);
    }

    @Override
    public Uni<List<SessionId>> end(
            AccountId account, Which which, Session.EndReason reason, Instant now) {
        return switch (which) {
            case Which.One(var id) -> end(account, true, id, new End(reason, now));
            case Which.Others(var kept) -> end(account, false, kept, new End(reason, now));
            case Which.All() -> end(account, false, NONE, new End(reason, now));
        };
    }

    private record End(Session.EndReason reason, Instant at) {}

    private static Uni<List<SessionId>> end(AccountId account, boolean one, SessionId id, End end) {
        return Panache.getSession()
                .chain(
                        db ->
                                db.createNativeQuery(END, UUID.class)
                                        .setParameter("now", end.at())
                                        .setParameter(
                                                "reason",
                                                end.reason().name().toLowerCase(Locale.ROOT))
                                        .setParameter("account", account.value())
                                        .setParameter("one", one)
                                        .setParameter("id", id.value())
                                        .getResultList())
                .map(PostgresOpenSessions::ids);
    }

    @Override
    public Uni<List<SessionId>> endedSince(Instant since, int limit) {
        return Panache.getSession()
                .chain(
                        db ->
                                db.createNativeQuery(ENDED, UUID.class)
                                        .setParameter("since", since)
                                        .setParameter("limit", limit)
                                        .getResultList())
                .map(PostgresOpenSessions::ids);
    }

    @Override
    public Uni<Optional<Session.Live>> prove(AccountId account, SessionId session, Instant now) {
        return note(PROVE, account, session, now);
    }

    @Override
    public Uni<Optional<Session.Live>> show(AccountId account, SessionId session, Instant now) {
        return note(SHOW, account, session, now);
    }

    private static Uni<Optional<Session.Live>> note(
            String statement, AccountId account, SessionId session, Instant now) {
        return Panache.getSession()
                .chain(
                        db ->
                                db.createNativeQuery(statement, Object[].class)
                                        .setParameter("now", now)
                                        .setParameter("id", session.value())
                                        .setParameter("account", account.value())
                                        .getResultList())
                .map(rows -> rows.stream().findFirst().map(row -> live(row, account, session)));
    }

    private static Session.Live live(Object[] row, AccountId account, SessionId session) {
        return new Session.Live(
                session,
                account,
                ((OffsetDateTime) row[0]).toInstant(),
                Optional.ofNullable((OffsetDateTime) row[1]).map(OffsetDateTime::toInstant));
    }

    @Override
    public Uni<Optional<Instant>> shownAt(AccountId account, SessionId session, Instant now) {
        return Panache.getSession()
                .chain(
                        db ->
                                db.createNativeQuery(SHOWN, OffsetDateTime.class)
                                        .setParameter("now", now)
                                        .setParameter("id", session.value())
                                        .setParameter("account", account.value())
                                        .getResultList())
                .map(rows -> rows.stream().findFirst().map(OffsetDateTime::toInstant));
    }

    private static List<SessionId> ids(List<UUID> rows) {
        return rows.stream().map(SessionId::new).toList();
    }
}
