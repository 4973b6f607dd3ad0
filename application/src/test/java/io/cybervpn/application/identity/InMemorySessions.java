package io.cybervpn.application.identity;

import io.cybervpn.application.shared.InMemoryTable;
import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.domain.identity.model.RefreshToken;
import io.cybervpn.domain.identity.model.Session;
import io.cybervpn.domain.identity.model.SessionId;
import io.cybervpn.domain.identity.model.TokenHash;
import io.cybervpn.domain.identity.repository.Sessions;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Sessions in memory. */
public final class InMemorySessions implements Sessions {
    private record TokenRow(SessionId session, RefreshToken token) {}

    private final InMemoryTable<SessionId, Session> sessions;
    private final InMemoryTable<TokenHash, TokenRow> tokens;

    public InMemorySessions(InMemoryUnitOfWork unitOfWork) {
        this.sessions = unitOfWork.table();
        this.tokens = unitOfWork.table();
    }

    @Override
    public Uni<Void> add(Session.Live session, RefreshToken.Fresh first) {
        return Uni.createFrom()
                .voidItem()
                .invoke(() -> sessions.put(session.id(), session))
                .invoke(() -> put(session, first));
    }

    @Override
    public Uni<Optional<Held>> lock(TokenHash token) {
        return Uni.createFrom().item(() -> tokens.get(token).flatMap(this::held));
    }

    @Override
    public Uni<Void> renew(Session.Live session, RefreshToken.Used used, RefreshToken.Fresh next) {
        return Uni.createFrom()
                .voidItem()
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
