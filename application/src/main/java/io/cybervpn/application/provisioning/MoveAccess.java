package io.cybervpn.application.provisioning;

import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.domain.provisioning.model.Access;
import io.cybervpn.domain.provisioning.model.Move;
import io.cybervpn.domain.provisioning.repository.Accesses;
import io.cybervpn.domain.provisioning.repository.Leavings;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;

/**
 * Wants an access on another panel. It is brought there first, and removed where it was only then,
 * so that there is no gap; each step is stored, so that a crash between any two of them delays.
 */
@Singleton
final class MoveAccess {
    private final Accesses accesses;
    private final Leavings leavings;
    private final AccessPlaces places;
    private final Clock clock;

    @Inject
    MoveAccess(Accesses accesses, Leavings leavings, AccessPlaces places, Clock clock) {
        this.accesses = accesses;
        this.leavings = leavings;
        this.places = places;
        this.clock = clock;
    }

    /**
     * Moves it. In an open unit of work that holds it.
     *
     * @return false if it is wanted there already
     */
    Uni<Boolean> to(PanelId panel, Access access) {
        Instant now = clock.instant();
        return switch (access.move(panel, now)) {
            case Move.Unchanged() -> Uni.createFrom().item(false);
            case Move.Moved(var moved, var left) ->
                    accesses.save(moved, now)
                            .chain(
                                    () ->
                                            left.map(it -> leave(access, it, now))
                                                    .orElseGet(() -> Uni.createFrom().voidItem()))
                            .invoke(() -> places.note(panel, true))
                            .replaceWith(true);
        };
    }

    /** A worker may still be bringing it there: not before his lease is over. */
    private Uni<Void> leave(Access access, PanelId panel, Instant now) {
        return leavings.add(access.desire().id(), panel, now.plus(ReconcileAccess.LEASE));
    }
}
