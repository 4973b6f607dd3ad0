package io.cybervpn.application.identity;

import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.model.Session;
import io.cybervpn.domain.identity.repository.Sessions;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;

/**
 * Ends the session of a refresh token (R39). Whoever holds any token of it may. What is not there
 * any more needs no end: there is only one answer.
 */
@Singleton
public final class LogOut {
    private final UnitOfWork unitOfWork;
    private final Sessions sessions;
    private final Clock clock;

    @Inject
    LogOut(UnitOfWork unitOfWork, Sessions sessions, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** What a client holds. */
    public record Command(String refreshToken) {
        @Override
        public String toString() {
            return "LogOut.Command[hidden]";
        }
    }

    /** Logs out. Repeatable. Access tokens already given out die by themselves within 15 min. */
    public Uni<Void> execute(Command command) {
        return unitOfWork.run(() -> lockAndEnd(command));
    }

    private Uni<Void> lockAndEnd(Command command) {
        return sessions.lock(TokenDesk.hash(command.refreshToken()))
                .chain(
                        found ->
                                found.map(held -> end(held.session()))
                                        .orElseGet(Uni.createFrom()::voidItem));
    }

    private Uni<Void> end(Session session) {
        return switch (session) {
            case Session.Ended _ -> Uni.createFrom().voidItem();
            case Session.Live live ->
                    sessions.end(live.end(Session.EndReason.LOGGED_OUT, clock.instant()));
        };
    }
}
