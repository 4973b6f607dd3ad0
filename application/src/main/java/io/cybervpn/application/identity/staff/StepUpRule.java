package io.cybervpn.application.identity.staff;

import io.cybervpn.application.shared.Actor;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * What must not be done with a session that was left open: roles, staff, secrets, money. Who does
 * it has shown his second factor at most ten minutes ago (R235). A use case asks this after the
 * permission; what it refuses is answered with {@code step_up_required}.
 */
@Singleton
public final class StepUpRule {
    /** How long a proof of the second factor is fresh. */
    public static final Duration FRESH = Duration.ofMinutes(10);

    private final Clock clock;

    @Inject
    public StepUpRule(Clock clock) {
        this.clock = clock;
    }

    /** Whether the actor's proof is fresh. The shop's own schedules need none; a key has none. */
    public boolean isMetBy(Actor actor) {
        return switch (actor) {
            case Actor.Guest _, Actor.Customer _, Actor.Key _ -> false;
            case Actor.Staff staff -> staff.provenAt().filter(this::isFresh).isPresent();
            case Actor.System _ -> true;
        };
    }

    private boolean isFresh(Instant provenAt) {
        return clock.instant().isBefore(provenAt.plus(FRESH));
    }
}
