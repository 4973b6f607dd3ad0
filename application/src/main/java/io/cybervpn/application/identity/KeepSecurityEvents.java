package io.cybervpn.application.identity;

import io.cybervpn.application.identity.port.SecurityEvents;
import io.cybervpn.application.identity.port.SecurityEvents.Event;
import io.cybervpn.application.shared.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/** Stores the security events that were noted. For the schedule. */
@Singleton
public final class KeepSecurityEvents {
    private final UnitOfWork unitOfWork;
    private final SecurityEvents events;
    private final EventNotes notes;
    private final Clock clock;

    @Inject
    KeepSecurityEvents(
            UnitOfWork unitOfWork, SecurityEvents events, EventNotes notes, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.events = events;
        this.notes = notes;
        this.clock = clock;
    }

    /** Stores what is due; gives how many. What cannot be stored now waits for the next call. */
    public Uni<Integer> execute() {
        return Uni.createFrom().deferred(() -> store(notes.take(clock.instant())));
    }

    private Uni<Integer> store(List<Event> due) {
        return due.isEmpty()
                ? Uni.createFrom().item(0)
                : unitOfWork
                        .run(() -> events.append(due))
                        .replaceWith(due.size())
                        .onFailure()
                        .invoke(() -> notes.giveBack(due));
    }
}
