package io.cybervpn.application.identity;

import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.repository.AccountExports;
import io.cybervpn.domain.identity.repository.DeepLinks;
import io.cybervpn.domain.identity.repository.Sessions;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;

/**
 * Throws away sessions, tokens, waiting browsers and copies that are worth nothing any more. For
 * the schedule.
 */
@Singleton
public final class ForgetExpiredSessions {
    private static final int BATCH_SIZE = 10_000;

    private final UnitOfWork unitOfWork;
    private final Sessions sessions;
    private final DeepLinks deepLinks;
    private final AccountExports exports;
    private final Clock clock;

    @Inject
    ForgetExpiredSessions(
            UnitOfWork unitOfWork,
            Sessions sessions,
            DeepLinks deepLinks,
            AccountExports exports,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.sessions = sessions;
        this.deepLinks = deepLinks;
        this.exports = exports;
        this.clock = clock;
    }

    /** Forgets one batch. Repeatable, by any number of instances. Gives the number of rows gone. */
    public Uni<Integer> execute() {
        return unitOfWork.run(() -> forget(clock.instant()));
    }

    private Uni<Integer> forget(Instant now) {
        return sessions.forget(now, BATCH_SIZE)
                .chain(gone -> deepLinks.forget(now, BATCH_SIZE).map(links -> gone + links))
                .chain(gone -> exports.forget(now, BATCH_SIZE).map(copies -> gone + copies));
    }
}
