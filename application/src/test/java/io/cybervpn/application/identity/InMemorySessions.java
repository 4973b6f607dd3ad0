package io.cybervpn.application.identity;

import io.cybervpn.application.shared.InMemoryTable;
import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.Client;
import io.cybervpn.domain.identity.SessionId;
import io.cybervpn.domain.identity.model.RefreshToken;
import io.cybervpn.domain.identity.model.Session;
import io.cybervpn.domain.identity.model.TokenHash;
import io.cybervpn.domain.identity.repository.OpenSessions;
import io.cybervpn.domain.identity.repository.Sessions;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Sessions in memory. */
public final class InMemorySessions implements Sessions, OpenSessions {
    private record TokenRow(SessionId session, RefreshToken token) {}

    private record SeenRow(Client client, Instant lastUsedAt, Instant expiresAt) {}

    private final InMemoryTable<SessionId, Session> sessions;
    private final InMemoryTable<SessionId, SeenRow> seen;
    private final InMemoryTable<TokenHash, TokenRow> tokens;
    private final InMemoryTable<SessionId, Instant> shown;

    public InMemorySessions(InMemoryUnitOfWork unitOfWork) {
        this.sessions = unitOfWork.table();
        this.seen = unitOfWork.table();
        this.tokens = unitOfWork.table();
        this.shown = unitOfWork.table();
    }

    @Override
    public Uni<Void> add(Session.Live session, Client client, RefreshToken.Fresh first) {
        return Uni.createFrom()
                .voidItem()
                .invoke(() -> sessions.put(session.id(), session))
                .invoke(() -> seen.put(session.id(), seen(client, first)))
                .invoke(() -> put(session, first));
    }

    @Override
    public Uni<Optional<Held>> lock(TokenHash token) {
        return Uni.createFrom().item(() -> tokens.get(token).flatMap(this::held));
    }

    @Override
    public Uni<Void> renew(
            Session.Live session, Client client, RefreshToken.Used used, RefreshToken.Fresh next) {
        return Uni.createFrom()
                .voidItem()
                .invoke(() -> seen.put(session.id(), seen(client, next)))
                .invoke(() -> put(session, used))
                .invoke(() -> put(session, next));
    }

    @Override
    public Uni<Void> end(Session.Ended session) {
        return Uni.createFrom().voidItem().invoke(() -> sessions.put(session.id(), session));
    }

    @Override
    public Uni<Integer> forget(Instant before, int limit) {
        return Uni.createFrom().item(() -> forgetTokens(before, limit) + forgetSessions(limit));
    }

    @Override
    public Uni<List<Seen>> of(AccountId account, Instant now, int limit) {
        return Uni.createFrom()
                .item(
                        () ->
                                open(now)
                                        .filter(live -> live.account().equals(account))
                                        .map(this::seen)
                                        .sorted(
                                                Comparator.comparing(Seen::lastUsedAt)
                                                        .reversed()
                                                        .thenComparing(one -> one.id().value()))
                                        .limit(limit)
                                        .toList());
    }

    private Seen seen(Session.Live live) {
        SeenRow row = seen.get(live.id()).orElseThrow();
        return new Seen(live.id(), row.client(), live.startedAt(), row.lastUsedAt());
    }

    private static SeenRow seen(Client client, RefreshToken.Fresh token) {
        return new SeenRow(client, token.issuedAt(), token.expiresAt());
    }

    private Stream<Session.Live> open(Instant now) {
        return sessions.all().stream()
                .flatMap(
                        session ->
                                session instanceof Session.Live live
                                        ? Stream.of(live)
                                        : Stream.empty())
                .filter(live -> now.isBefore(seen.get(live.id()).orElseThrow().expiresAt()));
    }

    @Override
    public Uni<Boolean> has(SessionId session, Instant now) {
        return Uni.createFrom().item(() -> open(now).anyMatch(live -> live.id().equals(session)));
    }

    @Override
    public Uni<List<SessionId>> end(
            AccountId account, Which which, Session.EndReason reason, Instant now) {
        return Uni.createFrom()
                .item(
                        () ->
                                open(now)
                                        .filter(live -> live.account().equals(account))
                                        .filter(live -> isMeant(live.id(), which))
                                        .map(live -> live.end(reason, now))
                                        .toList())
                .invoke(ended -> ended.forEach(session -> sessions.put(session.id(), session)))
                .map(ended -> ended.stream().map(Session.Ended::id).toList());
    }

    private static boolean isMeant(SessionId id, Which which) {
        return switch (which) {
            case Which.All() -> true;
            case Which.One(var one) -> id.equals(one);
            case Which.Others(var kept) -> !id.equals(kept);
        };
    }

    @Override
    public Uni<Optional<Session.Live>> prove(AccountId account, SessionId session, Instant now) {
        return Uni.createFrom()
                .item(() -> own(account, session, now).map(live -> proven(live, now)))
                .invoke(proven -> proven.ifPresent(live -> sessions.put(live.id(), live)));
    }

    @Override
    public Uni<Optional<Session.Live>> show(AccountId account, SessionId session, Instant now) {
        return Uni.createFrom()
                .item(() -> own(account, session, now))
                .invoke(found -> found.ifPresent(live -> shown.put(live.id(), now)));
    }

    @Override
    public Uni<Optional<Instant>> shownAt(AccountId account, SessionId session, Instant now) {
        return Uni.createFrom().item(() -> own(account, session, now).map(this::newest));
    }

    private Instant newest(Session.Live live) {
        return Stream.of(Optional.of(live.startedAt()), live.provenAt(), shown.get(live.id()))
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private Optional<Session.Live> own(AccountId account, SessionId session, Instant now) {
        return open(now)
                .filter(live -> live.id().equals(session))
                .filter(live -> live.account().equals(account))
                .findFirst();
    }

    private static Session.Live proven(Session.Live live, Instant now) {
        return new Session.Live(live.id(), live.account(), live.startedAt(), Optional.of(now));
    }

    @Override
    public Uni<List<SessionId>> endedSince(Instant since, int limit) {
        return Uni.createFrom()
                .item(
                        () ->
                                sessions.all().stream()
                                        .filter(
                                                session ->
                                                        session instanceof Session.Ended ended
                                                                && !ended.endedAt().isBefore(since))
                                        .map(Session::id)
                                        .limit(limit)
                                        .toList());
    }

    private Optional<Held> held(TokenRow row) {
        return sessions.get(row.session()).map(session -> new Held(session, row.token()));
    }

    private void put(Session.Live session, RefreshToken token) {
        tokens.put(token.hash(), new TokenRow(session.id(), token));
    }

    private int forgetTokens(Instant before, int limit) {
        List<TokenHash> old =
                tokens.where(row -> row.token().expiresAt().isBefore(before)).stream()
                        .map(row -> row.token().hash())
                        .limit(limit)
                        .toList();
        old.forEach(tokens::remove);
        return old.size();
    }

    private int forgetSessions(int limit) {
        List<SessionId> empty =
                sessions.all().stream()
                        .map(Session::id)
                        .filter(id -> tokens.where(row -> row.session().equals(id)).isEmpty())
                        .limit(limit)
                        .toList();
        empty.forEach(sessions::remove);
        return empty.size();
    }
}
