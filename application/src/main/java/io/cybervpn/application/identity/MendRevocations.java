package io.cybervpn.application.identity;

import io.cybervpn.application.identity.port.Revocations;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.SessionId;
import io.cybervpn.domain.identity.repository.OpenSessions;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/**
 * Tells the list of the denied again what it lost, such as by a restart, from the store of
 * sessions. For the start and the schedule.
 */
@Singleton
public final class MendRevocations {
    /** Ended within a quarter of an hour: far more than any shop has. */
    private static final int SESSIONS_MAX = 200_000;

    private final Revocations revocations;
    private final UnitOfWork unitOfWork;
    private final OpenSessions openSessions;
    private final Clock clock;

    @Inject
    MendRevocations(
            Revocations revocations,
            UnitOfWork unitOfWork,
            OpenSessions openSessions,
            Clock clock) {
        this.revocations = revocations;
        this.unitOfWork = unitOfWork;
        this.openSessions = openSessions;
        this.clock = clock;
    }

    /** Mends if need be. Repeatable, by any number of instances. Fails while the list is away. */
    public Uni<Void> execute() {
        return revocations.isWhole().chain(whole -> whole ? Uni.createFrom().voidItem() : mend());
    }

    private Uni<Void> mend() {
        return unitOfWork.run(this::lost).chain(revocations::deny).chain(revocations::declareWhole);
    }

    private Uni<List<SessionId>> lost() {
        return openSessions.endedSince(clock.instant().minus(Revocations.KEPT), SESSIONS_MAX);
    }
}
