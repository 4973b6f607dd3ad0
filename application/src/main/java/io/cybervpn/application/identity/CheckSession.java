package io.cybervpn.application.identity;

import io.cybervpn.application.identity.port.Revocations;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountKind;
import io.cybervpn.domain.identity.SessionId;
import io.cybervpn.domain.identity.repository.OpenSessions;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;

/**
 * Looks whether the session of an access token goes on; asked with every request. The list of the
 * denied answers, and while it is away the store of sessions. When that is away too, staff are kept
 * out and customers kept in: their tokens live for a quarter of an hour at most, and nobody ought
 * to be logged out by an outage.
 */
@Singleton
public final class CheckSession {
    private final Revocations revocations;
    private final UnitOfWork unitOfWork;
    private final OpenSessions openSessions;
    private final Clock clock;

    @Inject
    CheckSession(
            Revocations revocations,
            UnitOfWork unitOfWork,
            OpenSessions openSessions,
            Clock clock) {
        this.revocations = revocations;
        this.unitOfWork = unitOfWork;
        this.openSessions = openSessions;
        this.clock = clock;
    }

    /** What a verified token says. */
    public record Command(SessionId session, AccountKind kind) {}

    /** What it is worth. */
    public enum Result {
        /** The session goes on, as far as can be known. */
        GOOD,
        /** It ended. */
        ENDED,
        /** Nobody can say now, and for this kind of account that is not enough. */
        UNSURE
    }

    /** Looks. Changes nothing, never fails. */
    public Uni<Result> execute(Command command) {
        return revocations
                .ask(command.session())
                .chain(
                        answer ->
                                switch (answer) {
                                    case GOOD -> Uni.createFrom().item(Result.GOOD);
                                    case DENIED -> Uni.createFrom().item(Result.ENDED);
                                    case UNKNOWN -> askTheStore(command);
                                });
    }

    private Uni<Result> askTheStore(Command command) {
        return unitOfWork
                .run(() -> openSessions.has(command.session(), clock.instant()))
                .map(open -> open ? Result.GOOD : Result.ENDED)
                .onFailure(Exception.class)
                .recoverWithItem(() -> inDoubt(command.kind()));
    }

    private static Result inDoubt(AccountKind kind) {
        return switch (kind) {
            case CUSTOMER -> Result.GOOD;
            case STAFF -> Result.UNSURE;
        };
    }
}
