package io.cybervpn.application.identity;

import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.SecurityEventType;
import io.cybervpn.domain.identity.SessionId;
import io.cybervpn.domain.identity.model.Session;
import io.cybervpn.domain.identity.repository.Sessions;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/**
 * Ends the session of a refresh token (R39). Whoever holds any token of it may. What is not there
 * any more needs no end: there is only one answer.
 */
@Singleton
public final class LogOut {
    private final UnitOfWork unitOfWork;
    private final Sessions sessions;
    private final SessionEndings endings;
    private final SecurityTrail trail;
    private final Clock clock;

    @Inject
    LogOut(
            UnitOfWork unitOfWork,
            Sessions sessions,
            SessionEndings endings,
            SecurityTrail trail,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.sessions = sessions;
        this.endings = endings;
        this.trail = trail;
        this.clock = clock;
    }

    /** What a client holds. */
    public record Command(String refreshToken) {
        @Override
        public String toString() {
            return "LogOut.Command[hidden]";
        }
    }

    /** Logs out. Repeatable. Access tokens already given out are good no more, too. */
    public Uni<Void> execute(Command command) {
        return unitOfWork.run(() -> lockAndEnd(command)).chain(endings::spread);
    }

    private Uni<List<SessionId>> lockAndEnd(Command command) {
        return sessions.lock(TokenDesk.hash(command.refreshToken()))
                .chain(found -> found.map(held -> end(held.session())).orElseGet(LogOut::nothing));
    }

    private Uni<List<SessionId>> end(Session session) {
        return switch (session) {
            case Session.Ended _ -> nothing();
            case Session.Live live ->
                    endings.end(live.end(Session.EndReason.LOGGED_OUT, clock.instant()))
                            .call(() -> tell(live));
        };
    }

    private Uni<Void> tell(Session.Live live) {
        return trail.store(
                SecurityEventType.LOGGED_OUT, live.account(), "session " + live.id().value());
    }

    private static Uni<List<SessionId>> nothing() {
        return Uni.createFrom().item(List.of());
    }
}
