package io.cybervpn.application.schedule;

import io.cybervpn.domain.schedule.repository.Schedules;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** Forgets runs of more than two weeks ago. */
@Singleton
public final class ForgetRuns {
    /** For how long runs are kept. */
    public static final Duration KEPT = Duration.ofDays(14);

    private final Schedules schedules;
    private final Clock clock;

    @Inject
    ForgetRuns(Schedules schedules, Clock clock) {
        this.schedules = schedules;
        this.clock = clock;
    }

    /**
     * Forgets some.
     *
     * @param limit 1 to 10000
     * @return how many; fewer than the limit means that there are no more
     */
    public Uni<Integer> execute(int limit) {
        return schedules.forget(clock.instant().minus(KEPT), limit);
    }
}
