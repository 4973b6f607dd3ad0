package io.cybervpn.application.identity;

import io.cybervpn.application.identity.port.Revocations;
import io.cybervpn.application.shared.Outbox;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.SessionId;
import io.cybervpn.domain.identity.SessionsEnded;
import io.cybervpn.domain.identity.model.Session;
import io.cybervpn.domain.identity.repository.OpenSessions;
import io.cybervpn.domain.identity.repository.OpenSessions.Which;
import io.cybervpn.domain.identity.repository.Sessions;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Ends sessions so that their access tokens end with them: first {@code end} in the open unit of
 * work, then {@link #spread} after it. What spreading misses, an outage or a crash between the two,
 * the outbox does a moment later.
 */
@Singleton
public final class SessionEndings {
    private final Sessions sessions;
    private final OpenSessions openSessions;
    private final Outbox outbox;
    private final Revocations revocations;
    private final Clock clock;

    @Inject
    SessionEndings(
            Sessions sessions,
            OpenSessions openSessions,
            Outbox outbox,
            Revocations revocations,
            Clock clock) {
        this.sessions = sessions;
        this.openSessions = openSessions;
        this.outbox = outbox;
        this.revocations = revocations;
        this.clock = clock;
    }

    /** Ends one that is at hand and locked, in the open unit of work. */
    public Uni<List<SessionId>> end(Session.Ended session) {
        List<SessionId> ended = List.of(session.id());
        return sessions.end(session)
                .chain(() -> tell(session.account(), ended, session.endedAt()))
                .replaceWith(ended);
    }

    /** Ends sessions of an account, in the open unit of work; gives those that were open. */
    public Uni<List<SessionId>> end(AccountId account, Which which, Session.EndReason reason) {
        Instant now = clock.instant();
        return openSessions
                .end(account, which, reason, now)
                .call(ended -> tell(account, ended, now));
    }

    private Uni<Void> tell(AccountId account, List<SessionId> ended, Instant at) {
        return ended.isEmpty()
                ? Uni.createFrom().voidItem()
                : outbox.append(new SessionsEnded(account, ended, at));
    }

    /** Makes it known to all instances, after the unit of work. Never fails. */
    public Uni<Void> spread(List<SessionId> ended) {
        return ended.isEmpty()
                ? Uni.createFrom().voidItem()
                : revocations.deny(ended).onFailure(Exception.class).recoverWithNull();
    }
}
