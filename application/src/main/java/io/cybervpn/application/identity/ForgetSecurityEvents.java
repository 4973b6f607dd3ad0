package io.cybervpn.application.identity;

import io.cybervpn.application.identity.port.SecurityEvents;
import io.cybervpn.application.shared.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** Throws away security events that are older than {@link #LIFE}. For the schedule. */
@Singleton
public final class ForgetSecurityEvents {
    /** How long they are kept; the database refuses to lose younger ones. */
    public static final Duration LIFE = Duration.ofDays(90);

    private static final int BATCH_SIZE = 10_000;

    private final UnitOfWork unitOfWork;
    private final SecurityEvents events;
    private final Clock clock;

    @Inject
    ForgetSecurityEvents(UnitOfWork unitOfWork, SecurityEvents events, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.events = events;
        this.clock = clock;
    }

    /** Forgets one batch; gives how many are gone. Repeatable, by any number of instances. */
    public Uni<Integer> execute() {
        return unitOfWork.run(() -> events.forget(clock.instant().minus(LIFE), BATCH_SIZE));
    }
}
