package io.cybervpn.application.identity;

import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.repository.OpenSessions;
import io.cybervpn.domain.identity.repository.OpenSessions.Seen;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/** Shows somebody where he is logged in; the caller has made sure that he is the owner. */
@Singleton
public final class ListSessions {
    private static final int SESSIONS_MAX = 200;

    private final UnitOfWork unitOfWork;
    private final OpenSessions openSessions;
    private final Clock clock;

    @Inject
    ListSessions(UnitOfWork unitOfWork, OpenSessions openSessions, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.openSessions = openSessions;
        this.clock = clock;
    }

    /** The open ones, the newest use first, at most 200. Changes nothing. */
    public Uni<List<Seen>> execute(AccountId owner) {
        return unitOfWork.run(() -> openSessions.of(owner, clock.instant(), SESSIONS_MAX));
    }
}
