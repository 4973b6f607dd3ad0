package io.cybervpn.application.identity;

import io.cybervpn.application.identity.staff.StepUpRule;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.SessionId;
import io.cybervpn.domain.identity.repository.OpenSessions;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * What opens an account for others is not done in a session that was left open: its owner has shown
 * within the last ten minutes who he is, by logging in or by a step up (R235). For customers as for
 * staff; whoever has a second factor cannot do either without it.
 */
@Singleton
public final class FreshProof {
    private final OpenSessions sessions;
    private final Clock clock;

    @Inject
    public FreshProof(OpenSessions sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    /** Whether he has, in the open unit of work; never without a session. */
    public Uni<Boolean> isGiven(AccountId owner, Optional<SessionId> session) {
        Instant now = clock.instant();
        return session.map(id -> sessions.shownAt(owner, id, now).map(at -> isFresh(at, now)))
                .orElseGet(() -> Uni.createFrom().item(false));
    }

    private static boolean isFresh(Optional<Instant> shownAt, Instant now) {
        return shownAt.filter(at -> now.isBefore(at.plus(StepUpRule.FRESH))).isPresent();
    }
}
