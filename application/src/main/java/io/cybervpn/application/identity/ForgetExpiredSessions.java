package io.cybervpn.application.identity;

import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.repository.Sessions;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Throws away sessions and tokens that are worth nothing any more. For the schedule. */
@Singleton
public final class ForgetExpiredSessions {
    private static final int BATCH_SIZE = 10_000;

    private final UnitOfWork unitOfWork;
    private final Sessions sessions;
    private final Clock clock;

    @Inject
    ForgetExpiredSessions(UnitOfWork unitOfWork, Sessions sessions, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** Forgets one batch. Repeatable, by any number of instances. Gives the number of rows gone. */
    public Uni<Integer> execute() {
        return unitOfWork.run(() -> sessions.forget(clock.instant(), BATCH_SIZE));
    }
}
